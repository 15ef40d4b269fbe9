namespace VirtualStage.Matting.Tests.Support;

/// <summary>What this machine has; tests that need more are skipped, and say so.</summary>
internal static class Machine
{
    /// <summary>Skips where there is no native OpenCV.</summary>
    public static void Demand()
    {
        var support = MattingSupport.Probe();
        Assert.SkipUnless(support.IsAvailable, support.Reason ?? "");
    }

    /// <summary>The networks that come with the program; skips without the refinement network.</summary>
    public static MattingModels Networks()
    {
        Demand();
        var models = MattingModels.Load();
        if (!models.HasRefinement)
        {
            models.Dispose();
            Assert.Skip("there is no Models/refinement.onnx");
        }

        return models;
    }

    /// <summary>Pictures that lie beside the repository and never in it.</summary>
    public static string SharedPictures(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VirtualStage.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder?.FullName ?? "", "..", "shared", "data", "matting", name);
        Assert.SkipUnless(Path.Exists(path), $"{name} is not in ../shared/data/matting beside the repository");
        return path;
    }
}

namespace VirtualStage.Matting.Tests;

public sealed class SupportTests
{
    [Fact]
    public void A_missing_library_is_said_with_what_to_install()
    {
        var words = MattingSupport.WordsFor("Unable to load shared library 'OpenCvSharpExtern' or one of its dependencies.\nlibgtk-3.so.0: cannot open");

        Assert.StartsWith("matting is not available because", words);
        if (OperatingSystem.IsLinux())
        {
            Assert.EndsWith("install with: apt-get install --no-install-recommends libgtk-3-0", words);
        }
    }

    [Fact]
    public void A_missing_network_is_said_with_its_file()
    {
        Support.Machine.Demand();
        var e = Assert.Throws<MattingUnavailableException>(() => MattingModels.Load("/no/such/folder"));

        Assert.Contains("/no/such/folder/selfie_segmentation.onnx", e.Message);
    }

    [Fact]
    public void A_file_that_is_no_network_is_said()
    {
        Support.Machine.Demand();
        var folder = Directory.CreateTempSubdirectory("virtualstage-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "selfie_segmentation.onnx"), "no network");
            Assert.Contains("cannot be read as a network", Assert.Throws<MattingUnavailableException>(() => MattingModels.Load(folder.FullName)).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Without_the_landmark_network_there_is_matting_and_with_a_wrong_one_it_is_said()
    {
        Support.Machine.Demand();
        var folder = Directory.CreateTempSubdirectory("virtualstage-test-").FullName;
        try
        {
            var body = Path.Combine(AppContext.BaseDirectory, "Models", "selfie_segmentation.onnx");
            File.Copy(body, Path.Combine(folder, "selfie_segmentation.onnx"));
            using (var models = MattingModels.Load(folder))
            using (new PerformerMatting(models))
            {
                Assert.Equal((false, false), (models.HasPose, models.HasRefinement));
            }

            var pose = Path.Combine(folder, "pose_landmark_lite.onnx");
            File.Copy(body, pose);
            Assert.Contains("pose_landmark_lite.onnx does not tell landmarks", Assert.Throws<MattingUnavailableException>(() => MattingModels.Load(folder)).Message);
            File.WriteAllBytes(pose, new byte[1000]);
            Assert.Contains("cannot be read as a network", Assert.Throws<MattingUnavailableException>(() => MattingModels.Load(folder)).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_programs_body_network_is_there_and_sees_nobody_in_an_empty_picture()
    {
        Support.Machine.Demand();
        using var models = MattingModels.Load();
        using var body = models.NewBody();
        body.Run([.. Enumerable.Repeat(0.5f, 3 * 256 * 256)]);

        Assert.Equal(256 * 256, body.Mask.Length);
        Assert.InRange(body.Mask.ToArray().Count(likely => likely > 0.5f), 0, 256 * 256 / 20);
    }

    [Theory]
    [InlineData(0, 384)]
    [InlineData(1, 100)]
    [InlineData(1, 2048)]
    [InlineData(1, 400)]
    public void Options_have_limits(int cores, int side)
    {
        using var models = Support.DrawnNetworks.Load();
        Assert.ThrowsAny<ArgumentException>(() => new PerformerMatting(models, new MattingOptions { Cores = cores, SquareSide = side }));
    }
}

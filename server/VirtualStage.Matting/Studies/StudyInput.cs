using OpenCvSharp;

namespace VirtualStage.Matting.Studies;

/// <summary>
/// What is to be matted: a picture; a folder of stills (<c>NAME_img</c> with <c>NAME_back</c> and <c>NAME_gt</c> beside it); any
/// other folder, whose pictures are the frames of a clip by their names; or a video file.
/// </summary>
public sealed class StudyInput
{
    private const int MostFrames = 100_000;

    private static readonly string[] _pictures = [".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"];

    private readonly string? _video;

    private StudyInput(IReadOnlyList<StudyItem> items, string? video, string? plate, string? truth) =>
        (Items, _video, Plate, Truth) = (items, video, plate, truth);

    /// <summary>Frames a second by which a clip of pictures is taken to be made.</summary>
    public const int ClipRate = 30;

    /// <summary>Whether its pictures follow one another in time.</summary>
    public bool IsClip => _video is not null || Items.Any(item => item.IsFollowing);

    /// <summary>How many pictures; for a video as many as its file says.</summary>
    public int Count => _video is null ? Items.Count : VideoLength(_video);

    internal IReadOnlyList<StudyItem> Items { get; }

    private string? Plate { get; }

    private string? Truth { get; }

    /// <summary>Looks what there is.</summary>
    /// <param name="plate">A picture of the empty room for all; null for those beside the stills, or none.</param>
    /// <param name="truth">A folder of true alphas; null for those beside the stills, or none.</param>
    /// <exception cref="FileNotFoundException">A file or folder is missing.</exception>
    /// <exception cref="InvalidDataException">There is no picture, or it is no video.</exception>
    public static StudyInput Open(string input, string? plate, string? truth)
    {
        MattingSupport.Demand();
        if (plate is not null && !File.Exists(plate))
        {
            throw new FileNotFoundException($"there is no plate {plate}");
        }

        if (truth is not null && !Directory.Exists(truth))
        {
            throw new FileNotFoundException($"there is no folder {truth} with true alphas");
        }

        if (Directory.Exists(input))
        {
            return OfFolder(input, plate, truth);
        }

        if (!File.Exists(input))
        {
            throw new FileNotFoundException($"there is no file or folder {input}");
        }

        if (IsPicture(input))
        {
            var name = Path.GetFileNameWithoutExtension(input);
            return new StudyInput([new StudyItem(name, input, plate ?? Beside(input, "_back"), TruthOf(name, truth), false)], null, plate, truth);
        }

        _ = VideoLength(input);
        return new StudyInput([], input, plate, truth);
    }

    /// <summary>The pictures in their order, read when they are asked for.</summary>
    internal IEnumerable<(StudyItem Item, Mat Picture)> Read()
    {
        if (_video is null)
        {
            foreach (var item in Items)
            {
                yield return (item, StudyPictures.Colours(item.File!));
            }

            yield break;
        }

        using var video = new VideoCapture(_video);
        for (var i = 0; i < MostFrames; i++)
        {
            var frame = new Mat();
            if (!video.Read(frame) || frame.Empty())
            {
                frame.Dispose();
                yield break;
            }

            StudyPictures.Check(frame, $"frame {i} of {_video}");
            var name = $"frame-{i:000000}";
            yield return (new StudyItem(name, null, Plate, TruthOf(name, Truth) ?? TruthOf($"f{i:000}", Truth), i > 0), frame);
        }
    }

    private static StudyInput OfFolder(string folder, string? plate, string? truth)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(IsPicture).Order(StringComparer.Ordinal)];
        var stills = files.Where(file => Path.GetFileNameWithoutExtension(file).EndsWith("_img", StringComparison.Ordinal)).ToArray();
        StudyItem[] items = stills.Length > 0
            ? [.. stills.Select(file => StillOf(file, plate, truth))]
            : [.. files.Where(file => IsFrame(Path.GetFileNameWithoutExtension(file))).Select((file, i) => new StudyItem(
                Path.GetFileNameWithoutExtension(file), file, plate, TruthOf(Path.GetFileNameWithoutExtension(file), truth), i > 0))];
        return items.Length > 0
            ? new StudyInput(items, null, plate, truth)
            : throw new InvalidDataException($"there is no picture in {folder} ({string.Join(", ", _pictures)})");
    }

    private static StudyItem StillOf(string file, string? plate, string? truth)
    {
        var name = Path.GetFileNameWithoutExtension(file)[..^"_img".Length];
        return new StudyItem(
            name, file, plate ?? Beside(Path.Combine(Path.GetDirectoryName(file)!, name), "_back"), TruthOf(name, truth ?? Path.GetDirectoryName(file)), false);
    }

    private static bool IsPicture(string file) => _pictures.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>Plates and true alphas may lie in the folder of the frames.</summary>
    private static bool IsFrame(string name) => name is not "plate" && !name.EndsWith("_back", StringComparison.Ordinal)
        && !name.EndsWith("_gt", StringComparison.Ordinal) && !(name.StartsWith("gt", StringComparison.Ordinal) && name[2..].All(char.IsAsciiDigit));

    private static string? Beside(string file, string ending)
    {
        var path = Path.Combine(Path.GetDirectoryName(file) ?? "", Path.GetFileNameWithoutExtension(file) + ending);
        return _pictures.Select(extension => path + extension).FirstOrDefault(File.Exists);
    }

    /// <summary>The true alpha of a picture: of the same name, with <c>_gt</c> behind it, or <c>gt</c> before its number.</summary>
    private static string? TruthOf(string name, string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        var number = string.Concat(name.Reverse().TakeWhile(char.IsAsciiDigit).Reverse());
        string[] names = number.Length > 0 ? [$"{name}_gt", $"gt{number}", $"{name}_alpha", name] : [$"{name}_gt", $"{name}_alpha", name];
        return names.SelectMany(one => _pictures.Select(extension => Path.Combine(folder, one + extension)))
            .FirstOrDefault(path => File.Exists(path) && (Path.GetFileNameWithoutExtension(path) != name || Path.GetExtension(path) == ".png"));
    }

    private static int VideoLength(string file)
    {
        using var video = new VideoCapture(file);
        return video.IsOpened()
            ? Math.Clamp(video.FrameCount, 0, MostFrames)
            : throw new InvalidDataException($"{file} is neither a picture nor a video that can be read");
    }
}

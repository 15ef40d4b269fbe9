using System.CommandLine;
using System.CommandLine.Parsing;
using VirtualStage.Server.Films;

namespace VirtualStage.Server.Commands;

/// <summary>What a film looks like, for the commands that make one.</summary>
internal sealed class FilmOptions
{
    private readonly Option<string> _size = new("--size") { Description = "Pixels across and down.", DefaultValueFactory = _ => "1280x720" };
    private readonly Option<int> _fps = Options.Number(
        "--fps", "Pictures in a second.", 25, FilmFormat.LeastFps, FilmFormat.MostFps, $"pictures a second from {FilmFormat.LeastFps} to {FilmFormat.MostFps}");
    private readonly Option<string> _surtitles = new("--surtitles")
    {
        Description = "burn: in the picture; track: as a track that players turn on and off; none.",
        DefaultValueFactory = _ => "burn",
    };

    public FilmOptions()
    {
        _size.Validators.Add(result => ServeCommand.Check(
            result, text => FilmFormat.SizeOf(text) is not null, $"two even numbers from {FilmFormat.LeastSide} to {FilmFormat.MostSide} such as 1280x720"));
        _surtitles.AcceptOnlyFromAmong("burn", "track", "none");
    }

    public void AddTo(Command command)
    {
        command.Add(_size);
        command.Add(_fps);
        command.Add(_surtitles);
    }

    /// <summary>How surtitles are asked for.</summary>
    public SurtitleWay WayOf(SymbolResult parsed) => Enum.TryParse<SurtitleWay>(parsed.GetValue(_surtitles), ignoreCase: true, out var way) ? way : SurtitleWay.None;

    public FilmFormat Of(ParseResult parsed)
    {
        var (width, height) = FilmFormat.SizeOf(parsed.GetRequiredValue(_size))!.Value;
        return new FilmFormat(width, height, parsed.GetValue(_fps), Enum.Parse<SurtitleWay>(parsed.GetRequiredValue(_surtitles), ignoreCase: true));
    }
}

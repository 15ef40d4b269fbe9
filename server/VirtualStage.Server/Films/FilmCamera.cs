using System.Globalization;
using System.Text.Json;
using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Films;

/// <summary>The page in a browser without a window, which draws a recording picture by picture. One caller at a time.</summary>
internal sealed class FilmCamera : IAsyncDisposable
{
    private const int Quality = 90;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(100);

    private readonly IPipedProcess _chromium;
    private readonly DirectoryInfo _folder;
    private readonly DevTools _tools;
    private readonly FilmFormat _format;
    private string _session = "";

    private FilmCamera(IPipedProcess chromium, DirectoryInfo folder, FilmFormat format)
    {
        (_chromium, _folder, _format) = (chromium, folder, format);
        _tools = new DevTools(chromium.Input, chromium.Output, _patience);
    }

    /// <summary>Starts a browser and opens the page.</summary>
    /// <exception cref="IOException">The browser ended, or does not answer.</exception>
    /// <exception cref="InvalidDataException">It does not open the page.</exception>
    public static async Task<FilmCamera> Open(Func<IEnumerable<string>, IPipedProcess> start, Uri page, FilmFormat format, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("virtualstage-film-");
        var camera = new FilmCamera(start(ArgumentsOf(folder.FullName, format)), folder, format);
        try
        {
            await camera.Open(page, cancel);
            return camera;
        }
        catch
        {
            await camera.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands the page a stretch of the recording.</summary>
    /// <param name="stretch">A RecordingStretch in MessagePack.</param>
    public Task Feed(ReadOnlyMemory<byte> stretch, CancellationToken cancel) => Run($"film.feed('{Convert.ToBase64String(stretch.Span)}')", cancel);

    /// <summary>Draws the moment of a performance time.</summary>
    /// <returns>A JPEG; null while the stage is not there yet.</returns>
    public async Task<byte[]?> Shoot(double timeMs, CancellationToken cancel)
    {
        var drawn = await Run(string.Create(CultureInfo.InvariantCulture, $"film.show({timeMs})"), cancel);
        if (drawn.ValueKind != JsonValueKind.True)
        {
            return null;
        }

        var shot = await Ask("Page.captureScreenshot", new { format = "jpeg", quality = Quality, optimizeForSpeed = true }, cancel);
        return shot.ValueKind == JsonValueKind.Object && shot.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var jpeg)
            ? jpeg
            : throw new IOException("chromium gives no picture");
    }

    public async ValueTask DisposeAsync()
    {
        _chromium.Kill();
        await _tools.DisposeAsync();
        _chromium.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Something of the browser's still writes there; the system's temporary folder is emptied in time.
        }
    }

    /// <summary>What a browser is started with.</summary>
    internal static string[] ArgumentsOf(string folder, FilmFormat format) =>
    [
        "--headless=new", $"--user-data-dir={folder}", $"--window-size={format.Width},{format.Height}", "--force-device-scale-factor=1", "--hide-scrollbars", "--mute-audio",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-extensions",
        "--disable-renderer-backgrounding", "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
        // The drawing is done by the processor where there is no graphics card; what is drawn is the theatre's own page.
        .. Directory.Exists("/dev/dri") ? Array.Empty<string>() : ["--disable-gpu", "--enable-unsafe-swiftshader"],
        // It refuses to run as root with its sandbox.
        .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
        "about:blank",
    ];

    private async Task Open(Uri page, CancellationToken cancel)
    {
        var target = await Text(_tools.Ask("Target.createTarget", new { url = "about:blank" }, null, cancel), "targetId");
        _session = await Text(_tools.Ask("Target.attachToTarget", new { targetId = target, flatten = true }, null, cancel), "sessionId");
        await Ask("Emulation.setDeviceMetricsOverride", new { width = _format.Width, height = _format.Height, deviceScaleFactor = 1, mobile = false }, cancel);
        var gone = await Ask("Page.navigate", new { url = page.ToString() }, cancel);
        if (gone.ValueKind == JsonValueKind.Object && gone.TryGetProperty("errorText", out var words))
        {
            throw new InvalidDataException($"chromium does not open {page.GetLeftPart(UriPartial.Path)}: {words}");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_patience);
        while ((await Run("typeof film === 'object'", cancel)).ValueKind != JsonValueKind.True)
        {
            if (patience.IsCancellationRequested)
            {
                throw new InvalidDataException($"{page.GetLeftPart(UriPartial.Path)} is no page of this program: does the theatre run this version?");
            }

            await Task.Delay(_lookEvery, cancel);
        }
    }

    /// <summary>What a script in the page comes to.</summary>
    private async Task<JsonElement> Run(string script, CancellationToken cancel)
    {
        var ran = await Ask("Runtime.evaluate", new { expression = script, awaitPromise = true, returnByValue = true }, cancel);
        if (ran.ValueKind != JsonValueKind.Object || !ran.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Object)
        {
            throw new IOException("chromium does not say what a script came to");
        }

        if (ran.TryGetProperty("exceptionDetails", out var problem))
        {
            throw new InvalidDataException($"the page cannot draw the recording: {problem.GetRawText()[..Math.Min(300, problem.GetRawText().Length)]}");
        }

        return result.TryGetProperty("value", out var value) ? value : default;
    }

    private Task<JsonElement> Ask(string method, object parameters, CancellationToken cancel) => _tools.Ask(method, parameters, _session, cancel);

    private static async Task<string> Text(Task<JsonElement> answer, string name) =>
        await answer is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var text) && text.GetString() is { } found
            ? found
            : throw new IOException($"chromium's answer has no {name}");
}

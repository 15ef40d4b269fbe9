using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Films;

/// <summary>One run of ffmpeg that makes a film of pictures and sound. One thread.</summary>
internal sealed class FilmEncoder : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly IPipedProcess _ffmpeg;
    private readonly FilmWriter _writer;
    private readonly long _first;
    private bool _hasBegun;

    /// <param name="first">The number of the first picture that it is given.</param>
    public FilmEncoder(IPipedProcess ffmpeg, FilmFormat format, long first)
    {
        (_ffmpeg, _first) = (ffmpeg, first);
        _writer = new FilmWriter(ffmpeg.Input, format);
    }

    /// <summary>Gives it a picture with its sound.</summary>
    /// <exception cref="IOException">It has ended; the message says what it said last.</exception>
    public async Task Write(long number, ReadOnlyMemory<byte> jpeg, ReadOnlyMemory<short> sound, CancellationToken cancel)
    {
        try
        {
            if (!_hasBegun)
            {
                await _writer.Begin(cancel);
                _hasBegun = true;
            }

            await _writer.Write(number - _first, jpeg, sound, cancel);
        }
        catch (IOException e)
        {
            throw new IOException(await LastWords(), e);
        }
    }

    /// <summary>Has it finish what it has.</summary>
    /// <exception cref="IOException">It did not; the message says what it said last.</exception>
    public async Task End()
    {
        try
        {
            await _ffmpeg.Input.DisposeAsync();
        }
        catch (IOException e)
        {
            throw new IOException(await LastWords(), e);
        }

        using var patience = new CancellationTokenSource(_patience);
        try
        {
            // It says nothing on its output; that it closes says that it is done.
            while (await _ffmpeg.Output.ReadAsync(new byte[256], patience.Token) > 0)
            {
            }

            var words = await _ffmpeg.LastWords(patience.Token);
            if (words != FfmpegEnded)
            {
                throw new IOException(words);
            }
        }
        catch (OperationCanceledException)
        {
            throw new IOException("ffmpeg does not end");
        }
    }

    public void Dispose() => _ffmpeg.Dispose();

    /// <summary>What a process says that says nothing.</summary>
    private const string FfmpegEnded = "ffmpeg ended";

    private async Task<string> LastWords()
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            return await _ffmpeg.LastWords(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return "ffmpeg takes nothing any more";
        }
    }
}

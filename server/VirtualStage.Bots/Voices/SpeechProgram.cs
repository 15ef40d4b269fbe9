using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace VirtualStage.Bots.Voices;

/// <summary>Lets espeak-ng speak a text: a process of its own for each, bounded in time and in what it may write.</summary>
internal static class SpeechProgram
{
    private const string Name = "espeak-ng";
    private const int MostCharacters = 1000;
    private const int MostBytes = 6 << 20;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>True where the program is on the path.</summary>
    public static bool IsAvailable => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, Name)) || File.Exists(Path.Combine(folder, $"{Name}.exe")));

    /// <summary>The spoken text, 48,000 samples a second; null when the program does not speak it.</summary>
    public static async Task<short[]?> Speak(string text, RoleVoice voice, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(_patience);
        using var process = new Process { StartInfo = StartOf(voice) };
        var isStarted = false;
        try
        {
            isStarted = process.Start();
            var reading = Read(process.StandardOutput.BaseStream, end.Token);
            await process.StandardInput.WriteAsync(text.AsMemory(0, Math.Min(text.Length, MostCharacters)), end.Token);
            process.StandardInput.Close();
            return WaveFile.Read(await reading);
        }
        catch (Exception e) when (e is IOException or Win32Exception or InvalidOperationException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // A line in silence is better than a bot that stops.
            return null;
        }
        finally
        {
            if (isStarted && !process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo StartOf(RoleVoice voice) => new(Name, voice.Arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        UseShellExecute = false,
        CreateNoWindow = true,
    };

    private static async Task<byte[]> Read(Stream output, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (file.Length < MostBytes && await output.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            file.Write(buffer, 0, count);
        }

        return file.ToArray();
    }
}

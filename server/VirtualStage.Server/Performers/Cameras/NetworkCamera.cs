using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace VirtualStage.Server.Performers.Cameras;

/// <summary>A camera in the network, read by ffmpeg.</summary>
/// <param name="address">rtsp, rtsps, http or https.</param>
internal sealed class NetworkCamera(Uri address) : ICamera
{
    private static readonly string[] _schemes = ["rtsp", "rtsps", "http", "https"];

    public static bool Takes(string input) => Uri.TryCreate(input, UriKind.Absolute, out var address) && _schemes.Contains(address.Scheme);

    public async IAsyncEnumerable<byte[]> Pictures([EnumeratorCancellation] CancellationToken cancel)
    {
        using var ffmpeg = Start();
        var said = ffmpeg.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var count = 0;
            await foreach (var jpeg in JpegStream.Read(PipeReader.Create(ffmpeg.StandardOutput.BaseStream), cancel))
            {
                count++;
                yield return jpeg;
            }

            if (count == 0)
            {
                throw new InvalidDataException($"{Shown} gives no pictures: {(await said).Trim()}");
            }
        }
        finally
        {
            if (!ffmpeg.HasExited)
            {
                ffmpeg.Kill();
            }
        }
    }

    /// <summary>Without name and password.</summary>
    private string Shown => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private Process Start()
    {
        // What a stream names must not lead it to this machine's files.
        var transport = address.Scheme.StartsWith("rtsp", StringComparison.Ordinal) ? new[] { "-rtsp_transport", "tcp" } : [];
        string[] arguments =
        [
            "-nostdin", "-loglevel", "error", "-protocol_whitelist", "rtsp,rtp,udp,tcp,tls,http,https,crypto", .. transport,
            "-i", address.ToString(), "-an", "-vf", "scale='min(1280,iw)':-2", "-c:v", "mjpeg", "-q:v", "4", "-f", "image2pipe", "-",
        ];
        try
        {
            return Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidDataException("cameras in the network need ffmpeg: sudo apt-get install ffmpeg", e);
        }
    }
}

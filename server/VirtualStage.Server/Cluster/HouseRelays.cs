using System.Buffers;
using VirtualStage.House;

namespace VirtualStage.Server.Cluster;

/// <summary>The houses of stages on other servers, as they are shown here.</summary>
internal sealed class HouseRelays
{
    private readonly IGrainFactory _grains;

    public HouseRelays(IGrainFactory grains, ILogger<HouseRelays> log)
    {
        _grains = grains;
        Frames = new TrackRelay<FrameTrack>(ReceiveFrames, log);
        Voices = new TrackRelay<VoiceTrack>(ReceiveVoices, log);
        Pictures = new TrackRelay<PictureTrack>(ReceivePictures, log);
    }

    public TrackRelay<FrameTrack> Frames { get; }

    public TrackRelay<VoiceTrack> Voices { get; }

    public TrackRelay<PictureTrack> Pictures { get; }

    private async Task ReceiveFrames(string performance, FrameTrack track, CancellationToken cancel)
    {
        await foreach (var frame in House(performance).Frames(cancel))
        {
            track.Show(new EncodedFrame(frame.Number, frame.Keyframe, frame.Layer, frame.Bytes));
        }
    }

    private async Task ReceiveVoices(string performance, VoiceTrack track, CancellationToken cancel)
    {
        await foreach (var voices in House(performance).Voices(cancel))
        {
            track.Show(new EncodedVoices(voices.Number, voices.Bytes, voices.ToGuests));
        }
    }

    private async Task ReceivePictures(string performance, PictureTrack track, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (stills, videos) = (ReceiveStills(performance, track, either.Token), ReceiveVideos(performance, track, either.Token));
        await Task.WhenAny(stills, videos);
        await either.CancelAsync();
        await Task.WhenAll(stills, videos);
    }

    private async Task ReceiveStills(string performance, PictureTrack track, CancellationToken cancel)
    {
        await foreach (var picture in House(performance).Pictures(asVideo: false, cancel))
        {
            if (picture.Kind == PictureKind.Gone)
            {
                track.Remove(picture.Role);
            }
            else
            {
                track.Show(picture.Role, new ReadOnlySequence<byte>(picture.Picture), picture.IsOn);
            }
        }
    }

    private async Task ReceiveVideos(string performance, PictureTrack track, CancellationToken cancel)
    {
        await foreach (var picture in House(performance).Pictures(asVideo: true, cancel))
        {
            if (picture.Kind is PictureKind.Video or PictureKind.VideoKey)
            {
                track.ShowVideo(picture.Role, new ReadOnlySequence<byte>(picture.Picture), picture.Kind == PictureKind.VideoKey);
            }
            else
            {
                // Who can decode it is shown pictures again there: so they are here.
                track.EndVideo(picture.Role);
            }
        }
    }

    private IHouseGrain House(string performance) => _grains.GetGrain<IHouseGrain>(performance);
}

using MessagePack;
using VirtualStage.House;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Performers.Video;

/// <summary>One performer's video on its way from the matting process to those who look.</summary>
/// <param name="ask">Tells the process that a video is wanted.</param>
internal sealed class VideoLine(string role, PictureTrack pictures, TimeProvider time, Action ask)
{
    private static readonly TimeSpan _askAgain = TimeSpan.FromSeconds(1);

    private long? _askedAt;
    private volatile string _trouble = "";

    /// <summary>Somebody looks who can decode videos. One thread, with <see cref="Heard"/>.</summary>
    public void IsWanted()
    {
        if (_askedAt is not { } at || time.GetElapsedTime(at) > _askAgain)
        {
            _askedAt = time.GetTimestamp();
            ask();
        }
    }

    /// <summary>Takes one of <see cref="VideoMessages"/>; false for what is none.</summary>
    /// <param name="message">Behind the tag.</param>
    /// <param name="isShown">Whether the performer lets others see their picture.</param>
    public bool Heard(int tag, ref MessagePackReader message, bool isShown)
    {
        switch (tag)
        {
            case VideoMessages.UnitTag:
                message.ReadArrayHeader();
                var isKey = message.ReadBoolean();
                if (isShown)
                {
                    pictures.ShowVideo(role, message.ReadRaw(), isKey);
                }

                return true;
            case VideoMessages.WordsTag:
                message.ReadArrayHeader();
                _trouble = message.ReadString() ?? "";
                if (_trouble.Length > 0)
                {
                    TheatreMeter.EncoderFailures.Add(1);
                    pictures.EndVideo(role);
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>The matting process is gone, and its encoder with it.</summary>
    public void Lost()
    {
        _trouble = "";
        pictures.EndVideo(role);
    }

    /// <summary>How the pictures go to those who look.</summary>
    public string Words(bool isShown, bool asAvatar)
    {
        if (!isShown || asAvatar)
        {
            return isShown ? "as an avatar, without anything that the camera sees" : "to nobody";
        }

        if (_trouble.Length > 0)
        {
            return $"as pictures, for there is no video: {_trouble}. It is tried again by itself";
        }

        return pictures.HasVideo(role) ? "as video to who can play it, as pictures to others" : "as pictures: nobody who looks asks for a video, or it is about to begin";
    }
}

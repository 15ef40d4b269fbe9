using MessagePack;

namespace VirtualStage.Contracts.Performers
{
    /// <summary>What everybody who looks at the stage is sent of the performers' pictures.</summary>
    [Union(0, typeof(HousePicture))]
    [Union(1, typeof(PerformerGone))]
    [Union(2, typeof(HouseVideo))]
    public interface IPictureMessage
    {
    }

    /// <summary>A performer's newest picture. A receiver acknowledges by HouseAck; without acknowledgements nothing more is sent.</summary>
    /// <param name="Number">Counts the messages of this stage from 1; receivers miss those that came too late for them.</param>
    /// <param name="Role">The role that the performer plays.</param>
    [MessagePackObject]
    public sealed record HousePicture(
        [property: Key(0)] uint Number,
        [property: Key(1)] string Role,
        [property: Key(2)] PerformerPicture Picture) : IPictureMessage;

    /// <summary>A picture of a performer's video, in the stead of a <see cref="HousePicture"/>: for receivers who said that they can decode it.</summary>
    /// <param name="Number">Counts the messages of this stage, as that of pictures does.</param>
    [MessagePackObject]
    public sealed record HouseVideo(
        [property: Key(0)] uint Number,
        [property: Key(1)] string Role,
        [property: Key(2)] PerformerVideo Video) : IPictureMessage;

    /// <summary>A performer is not to be seen any more.</summary>
    [MessagePackObject]
    public sealed record PerformerGone([property: Key(0)] uint Number, [property: Key(1)] string Role) : IPictureMessage;

    /// <summary>A performer without their room.</summary>
    /// <param name="TimeMs">Performance time at which the camera took it: it is shown with the voices of that time.</param>
    /// <param name="Width">In pixels, of both pictures.</param>
    /// <param name="Body">Where the performer is in it.</param>
    /// <param name="Colour">JPEG: the performer on black (each colour times alpha).</param>
    /// <param name="Alpha">JPEG, grey: how much of each pixel is performer. Both are empty for who appears as an avatar.</param>
    /// <param name="Joints">How the body moves an avatar: the bytes of <see cref="AvatarJoints"/>; null while none is found.</param>
    [MessagePackObject]
    public sealed record PerformerPicture(
        [property: Key(0)] long TimeMs,
        [property: Key(1)] int Width,
        [property: Key(2)] int Height,
        [property: Key(3)] BodyBox Body,
        [property: Key(4)] byte[] Colour,
        [property: Key(5)] byte[] Alpha,
        [property: Key(6)] byte[]? Joints = null);

    /// <summary>
    /// One picture of a performer's video: H.264 (constrained baseline), colours times alpha above and alpha below, each at the
    /// top left of its half; what is left of a half is nothing (black). Alpha is in the luma.
    /// </summary>
    /// <param name="TimeMs">Performance time at which the camera took it.</param>
    /// <param name="Width">Of the performer's picture in a half, in pixels; even.</param>
    /// <param name="Height">The same; less than half of the video's.</param>
    /// <param name="Body">Where the performer is in it.</param>
    /// <param name="Unit">Counts the pictures of the video. One that is no keyframe can be decoded only directly after the one before.</param>
    /// <param name="IsKey">A keyframe: decoding can begin here, also of a video of another size.</param>
    /// <param name="Data">An access unit as of Annex B; a keyframe's with its parameter sets.</param>
    [MessagePackObject]
    public sealed record PerformerVideo(
        [property: Key(0)] long TimeMs,
        [property: Key(1)] int Width,
        [property: Key(2)] int Height,
        [property: Key(3)] BodyBox Body,
        [property: Key(4)] uint Unit,
        [property: Key(5)] bool IsKey,
        [property: Key(6)] byte[] Data)
    {
        /// <summary>What a receiver asks for that can decode it: the query "video=h264" of the pictures' socket.</summary>
        public const string Codec = "h264";
    }

    /// <summary>A box in a picture: 0 is left and top, 1 is right and bottom. All zero when nobody is in the picture.</summary>
    [MessagePackObject]
    public sealed record BodyBox(
        [property: Key(0)] float Left,
        [property: Key(1)] float Top,
        [property: Key(2)] float Right,
        [property: Key(3)] float Bottom);

    /// <summary>How well the plate fits what the camera sees now.</summary>
    public enum PlateHealth
    {
        /// <summary>There is none: hair and gaps are cut more roughly.</summary>
        None = 0,

        /// <summary>It fits.</summary>
        Good = 1,

        /// <summary>The light or the camera changed, and the difference is reckoned with.</summary>
        Corrected = 2,

        /// <summary>It does not fit, and is being registered anew.</summary>
        Searching = 3,

        /// <summary>It does not fit, and nothing helps: a new one is needed.</summary>
        Spent = 4,
    }

    /// <summary>How a performer's matting goes.</summary>
    /// <param name="Fps">Pictures cut out in the last second.</param>
    /// <param name="LatencyMs">From the camera's picture's arrival to its matte, the slowest of twenty.</param>
    /// <param name="Scale">The size that is worked at against the camera's, 0 to 1: less when there is too little time.</param>
    /// <param name="Words">What the performer should know or do; empty when all is well.</param>
    [MessagePackObject]
    public sealed record MattingState(
        [property: Key(0)] PlateHealth Plate,
        [property: Key(1)] float Fps,
        [property: Key(2)] int LatencyMs,
        [property: Key(3)] float Scale,
        [property: Key(4)] string Words);

    /// <summary>The performers of a performance, for the console. Served as JSON.</summary>
    /// <param name="Trouble">Why nobody can be cut out on this server; null when they can.</param>
    [MessagePackObject]
    public sealed record PerformersView(
        [property: Key(0)] string? Trouble,
        [property: Key(1)] PerformerView[] Performers);

    /// <summary>A performer whose camera is connected.</summary>
    /// <param name="Name">The person's, as they chose it.</param>
    /// <param name="IsShown">Whether the performer lets others see them.</param>
    /// <param name="Steps">What each step of a picture takes.</param>
    /// <param name="Sent">How the pictures go to those who look, in words: as video, or as pictures and why.</param>
    [MessagePackObject]
    public sealed record PerformerView(
        [property: Key(0)] string Role,
        [property: Key(1)] string Name,
        [property: Key(2)] bool IsShown,
        [property: Key(3)] MattingState State,
        [property: Key(4)] MattingStepTimes[] Steps,
        [property: Key(5)] string Sent);

    /// <summary>What a step took for the last hundred pictures.</summary>
    [MessagePackObject]
    public sealed record MattingStepTimes(
        [property: Key(0)] string Name,
        [property: Key(1)] float MedianMs,
        [property: Key(2)] float P95Ms);
}

using MessagePack;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Contracts.Performers
{
    /// <summary>What a performer's page, or a camera in its stead, sends to the theatre.</summary>
    [Union(0, typeof(CameraFrame))]
    [Union(1, typeof(PlateStart))]
    [Union(2, typeof(PlateGiven))]
    [Union(3, typeof(Showing))]
    [Union(4, typeof(VoiceFrame))]
    [Union(5, typeof(Appearing))]
    public interface IPerformerMessage
    {
    }

    /// <summary>
    /// A picture of the performer's camera. At most <see cref="MostWaiting"/> may be on their way without an answer
    /// (<see cref="OwnMatte"/>, which tells the number): the newest picture is worth more than all before it.
    /// </summary>
    /// <param name="Number">Counts the pictures of this connection from 1.</param>
    /// <param name="TimeMs">Performance time at which it was taken; one that is off by seconds (0: not known) gives way to that of its coming.</param>
    /// <param name="Jpeg">Up to 1920×1080; the whole message at most <see cref="MaxBytes"/>.</param>
    [MessagePackObject]
    public sealed record CameraFrame(
        [property: Key(0)] uint Number,
        [property: Key(1)] long TimeMs,
        [property: Key(2)] byte[] Jpeg) : IPerformerMessage
    {
        /// <summary>A longer message ends the connection.</summary>
        public const int MaxBytes = 2 * 1024 * 1024;

        /// <summary>Pictures that may be on their way.</summary>
        public const int MostWaiting = 3;
    }

    /// <summary>The camera's pictures from now on show the empty room, until <see cref="PlateJudged"/> comes.</summary>
    [MessagePackObject]
    public sealed record PlateStart : IPerformerMessage;

    /// <summary>A picture of the empty room that was taken before.</summary>
    /// <param name="Image">JPEG or PNG, of the size of the camera's pictures.</param>
    [MessagePackObject]
    public sealed record PlateGiven([property: Key(0)] byte[] Image) : IPerformerMessage;

    /// <summary>Whether others may see the performer. Until it is true nobody but the performer does; a cue decides when and where.</summary>
    [MessagePackObject]
    public sealed record Showing([property: Key(0)] bool IsShown) : IPerformerMessage;

    /// <summary>How others see the performer. Until it is said they see the picture.</summary>
    /// <param name="AsAvatar">True for an avatar that the performer's body moves: nothing that the camera sees goes to others then.</param>
    [MessagePackObject]
    public sealed record Appearing([property: Key(0)] bool AsAvatar) : IPerformerMessage;

    /// <summary>What the theatre answers a performer.</summary>
    [Union(0, typeof(PlateProgress))]
    [Union(1, typeof(PlateJudged))]
    [Union(2, typeof(OwnMatte))]
    [Union(3, typeof(PerformerTold))]
    [Union(4, typeof(VoiceRefused))]
    [Union(5, typeof(MattingReport))]
    public interface IPerformerReply
    {
    }

    /// <summary>How much of the plate is taken.</summary>
    /// <param name="Done">0 to 1.</param>
    [MessagePackObject]
    public sealed record PlateProgress([property: Key(0)] float Done) : IPerformerReply;

    /// <summary>What became of the plate.</summary>
    /// <param name="IsUsed">True when it is used from now on.</param>
    /// <param name="Words">What is good or wrong about it, and what to do.</param>
    [MessagePackObject]
    public sealed record PlateJudged([property: Key(0)] bool IsUsed, [property: Key(1)] string Words) : IPerformerReply;

    /// <summary>The performer as the theatre cut them out; or, where it could not, why not.</summary>
    /// <param name="Number">Of the camera's picture.</param>
    /// <param name="Picture">Null where there is none: the picture could not be read, or newer ones had come.</param>
    /// <param name="State">How it goes.</param>
    [MessagePackObject]
    public sealed record OwnMatte(
        [property: Key(0)] uint Number,
        [property: Key(1)] PerformerPicture? Picture,
        [property: Key(2)] MattingState State) : IPerformerReply;

    /// <summary>Something that the performer should know: why they are not let in, what their page does wrong, that the matting starts anew.</summary>
    [MessagePackObject]
    public sealed record PerformerTold([property: Key(0)] string Words) : IPerformerReply;

    /// <summary>What the steps of a picture take, once a second.</summary>
    [MessagePackObject]
    public sealed record MattingReport([property: Key(0)] MattingStepTimes[] Steps) : IPerformerReply;
}

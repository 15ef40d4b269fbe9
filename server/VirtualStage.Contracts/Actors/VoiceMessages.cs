using MessagePack;

namespace VirtualStage.Contracts.Actors
{
    /// <summary>Whom a voice is for.</summary>
    public enum VoiceChannel
    {
        /// <summary>Everybody on the stage, and the house.</summary>
        Stage = 0,

        // Backstage talk, to the members of one department; the names are those of the company's departments.
        Lights = 1,
        Sound = 2,
        Scenery = 3,
        Blocking = 4,
        Calls = 5,
        Performers = 6,
        Messages = 7,
        StageManagement = 8,
        Cast = 9,
    }

    /// <summary>
    /// 20 milliseconds of a voice: one Opus frame, mono. Unreliable. The theatre passes it on as it is and never decodes it.
    /// </summary>
    /// <param name="Sequence">Counts the pieces of 20 ms of time since the microphone was opened, sent or not, so that a pause shows.</param>
    /// <param name="TimeMs">Performance time at which its first sample was recorded. Backstage talk is stamped by the theatre.</param>
    /// <param name="Data">The Opus packet.</param>
    [MessagePackObject]
    public sealed record VoiceFrame(
        [property: Key(0)] uint Sequence,
        [property: Key(1)] long TimeMs,
        [property: Key(2)] VoiceChannel Channel,
        [property: Key(3)] byte[] Data) : IActorMessage, Performers.IPerformerMessage
    {
        /// <summary>Longer packets are not passed on: a voice needs a fifth of that.</summary>
        public const int MaxBytes = 400;

        /// <summary>How long a frame lasts.</summary>
        public const int Milliseconds = 20;

        /// <summary>Samples of a frame, 48,000 a second.</summary>
        public const int Samples = 960;
    }

    /// <summary>Somebody's voice. Unreliable.</summary>
    /// <param name="Actor">The speaker's id in snapshots; ids from <see cref="FirstBackstage"/> on are people who are not on the stage.</param>
    /// <param name="Sequence">As in the speaker's frame: 20 ms each.</param>
    /// <param name="TimeMs">Performance time at which its first sample was recorded.</param>
    [MessagePackObject]
    public sealed record VoiceHeard(
        [property: Key(0)] ushort Actor,
        [property: Key(1)] uint Sequence,
        [property: Key(2)] long TimeMs,
        [property: Key(3)] VoiceChannel Channel,
        [property: Key(4)] byte[] Data) : IStageMessage
    {
        /// <summary>The first id of people who are not on the stage.</summary>
        public const ushort FirstBackstage = 60000;
    }

    /// <summary>What the speaker says now is not passed on. Once a second at most while that is so. Unreliable.</summary>
    /// <param name="Reason">Why, in words.</param>
    [MessagePackObject]
    public sealed record VoiceRefused([property: Key(0)] string Reason) : IStageMessage, Performers.IPerformerReply;
}

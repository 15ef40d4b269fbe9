using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Actors
{
    /// <summary>What an actor sends to the stage.</summary>
    [Union(0, typeof(ActorInputs))]
    [Union(1, typeof(EmoteRequest))]
    [Union(2, typeof(SpeakLine))]
    [Union(3, typeof(ClockPing))]
    [Union(4, typeof(VoiceFrame))]
    [Union(5, typeof(LookAtRequest))]
    [Union(6, typeof(PropRequest))]
    public interface IActorMessage
    {
    }

    /// <summary>
    /// The newest inputs, oldest first. Lost datagrams are made good by repetition: a sender repeats inputs that no
    /// snapshot has confirmed, and the stage skips those that it had. Unreliable.
    /// </summary>
    /// <param name="FirstSequence">Sequence number of the first input; the others follow without gaps.</param>
    /// <param name="AckedTick">Tick of the newest snapshot received, 0 for none.</param>
    /// <param name="AckedBits">Which of the 32 ticks before that one a snapshot was received of: the lowest bit is the tick before.</param>
    [MessagePackObject]
    public sealed record ActorInputs(
        [property: Key(0)] uint FirstSequence,
        [property: Key(1)] ActorInput[] Inputs,
        [property: Key(2)] uint AckedTick,
        [property: Key(3)] uint AckedBits = 0) : IActorMessage
    {
        /// <summary>More inputs than this in one message are refused.</summary>
        public const int MaxInputs = 16;
    }

    /// <summary>What an actor wants to do for a number of ticks; never where the actor is.</summary>
    /// <param name="Ticks">For how many ticks it holds, 1 to 255.</param>
    /// <param name="MoveX">Wish along X, -127 to 127; together with MoveZ a vector of length 127 at most.</param>
    /// <param name="MoveZ">Wish along Z.</param>
    /// <param name="Facing">In 1/256 of a turn, as in a pose.</param>
    [MessagePackObject]
    public sealed record ActorInput(
        [property: Key(0)] byte Ticks,
        [property: Key(1)] sbyte MoveX,
        [property: Key(2)] sbyte MoveZ,
        [property: Key(3)] byte Facing,
        [property: Key(4)] Gait Gait);

    /// <summary>Asks for an emote. Reliable.</summary>
    [MessagePackObject]
    public sealed record EmoteRequest([property: Key(0)] Emote Emote) : IActorMessage;

    /// <summary>Asks that the actor's head turns to another actor. Reliable.</summary>
    /// <param name="Actor">The other one's id in snapshots; 0 to look ahead again.</param>
    [MessagePackObject]
    public sealed record LookAtRequest([property: Key(0)] ushort Actor) : IActorMessage;

    /// <summary>What hands do with a prop.</summary>
    public enum PropVerb : byte
    {
        Take = 0,
        PutDown = 1,
        Pass = 2,
    }

    /// <summary>Takes a prop up, puts one down, or passes it to another actor who is near. Reliable.</summary>
    /// <param name="Prop">The prop's id; null for the nearest one, or for the one that was taken last.</param>
    /// <param name="Actor">To whom it is passed, by the id in snapshots; 0 for the nearest actor.</param>
    [MessagePackObject]
    public sealed record PropRequest(
        [property: Key(0)] PropVerb Verb,
        [property: Key(1)] string? Prop,
        [property: Key(2)] ushort Actor) : IActorMessage;

    /// <summary>The actor speaks this line now: it becomes the current line. Reliable.</summary>
    [MessagePackObject]
    public sealed record SpeakLine([property: Key(0)] string Line) : IActorMessage;

    /// <summary>Asks for the performance time. Unreliable.</summary>
    /// <param name="SentMs">The sender's own clock, given back unread.</param>
    [MessagePackObject]
    public sealed record ClockPing([property: Key(0)] long SentMs) : IActorMessage;

    /// <summary>What the stage sends to an actor.</summary>
    [Union(0, typeof(StageWelcome))]
    [Union(1, typeof(StageSnapshot))]
    [Union(2, typeof(SceneChanged))]
    [Union(3, typeof(ClockPong))]
    [Union(4, typeof(BlockingCall))]
    [Union(5, typeof(ActorCall))]
    [Union(6, typeof(Dismissal))]
    [Union(7, typeof(Prompt))]
    [Union(8, typeof(VoiceHeard))]
    [Union(9, typeof(VoiceRefused))]
    [Union(12, typeof(StageWarning))]
    [Union(13, typeof(HouseMood))]
    [Union(14, typeof(HouseSeats))]
    public interface IStageMessage
    {
    }

    /// <summary>The first message after the door. Reliable.</summary>
    /// <param name="Actor">Own id in snapshots.</param>
    /// <param name="Roles">Ids of the roles that this actor plays.</param>
    /// <param name="TimeMs">Performance time now.</param>
    [MessagePackObject]
    public sealed record StageWelcome(
        [property: Key(0)] ushort Actor,
        [property: Key(1)] string[] Roles,
        [property: Key(2)] long TimeMs,
        [property: Key(3)] StageScene Scene) : IStageMessage;

    /// <summary>
    /// What the receiver should hear of the world at a tick: poses in full, or as changes of poses in snapshots that the
    /// receiver acknowledged. Whom it does not tell of is as told before, or too far away to be told of each time. Unreliable.
    /// </summary>
    /// <param name="BaseTick">Tick of the poses that changes of age 0 are of; 0 when there are none.</param>
    /// <param name="LastInput">Newest input sequence of the receiver that the stage has applied in full.</param>
    /// <param name="Data">Bits of a SnapshotWriter.</param>
    [MessagePackObject]
    public sealed record StageSnapshot(
        [property: Key(0)] uint Tick,
        [property: Key(1)] long TimeMs,
        [property: Key(2)] uint BaseTick,
        [property: Key(3)] uint LastInput,
        [property: Key(4)] byte[] Data) : IStageMessage;

    /// <summary>The slow part of the world changed. Reliable.</summary>
    [MessagePackObject]
    public sealed record SceneChanged([property: Key(0)] StageScene Scene) : IStageMessage;

    /// <summary>Answers a ping. Unreliable.</summary>
    [MessagePackObject]
    public sealed record ClockPong(
        [property: Key(0)] long SentMs,
        [property: Key(1)] long TimeMs) : IStageMessage;

    /// <summary>The blocking cue asks an actor to go to a place. Reliable.</summary>
    /// <param name="Role">The role that it is for.</param>
    /// <param name="X">Where to; null, as Z and FacingDegrees, to stay.</param>
    /// <param name="FacingDegrees">Facing on arrival.</param>
    /// <param name="Emote">What to do on arrival; None stands.</param>
    /// <param name="StartMs">Performance time at which to set off.</param>
    /// <param name="Speed">Metres a second, where it is slower than the gait's own.</param>
    /// <param name="Y">How high the place lies; 0 on the floor.</param>
    [MessagePackObject]
    public sealed record BlockingCall(
        [property: Key(0)] string Role,
        [property: Key(1)] float? X,
        [property: Key(2)] float? Z,
        [property: Key(3)] float? FacingDegrees,
        [property: Key(4)] Gait Gait,
        [property: Key(5)] Emote Emote,
        [property: Key(6)] long StartMs,
        [property: Key(7)] float? Speed,
        [property: Key(8)] float Y = 0) : IStageMessage;

    /// <summary>A call to an actor in words ("stand by", "Hamlet to the stage"). Reliable.</summary>
    [MessagePackObject]
    public sealed record ActorCall([property: Key(0)] string Text) : IStageMessage;

    /// <summary>The prompter helps an actor with the role's next line. Reliable.</summary>
    /// <param name="Line">The line's id.</param>
    /// <param name="Text">Its first words, more of them, or all.</param>
    /// <param name="Level">1 for the first words, 2 for more, 3 for the whole line.</param>
    [MessagePackObject]
    public sealed record Prompt(
        [property: Key(0)] string Role,
        [property: Key(1)] string Line,
        [property: Key(2)] string Text,
        [property: Key(3)] int Level) : IStageMessage;

    /// <summary>The stage lets an actor go. Reliable; the connection ends after it.</summary>
    [MessagePackObject]
    public sealed record Dismissal([property: Key(0)] string Reason) : IStageMessage;

    /// <summary>The actor's client breaks the rules: it is told once, before the stage lets it go. Reliable.</summary>
    /// <param name="Text">What it does wrong.</param>
    [MessagePackObject]
    public sealed record StageWarning([property: Key(0)] string Text) : IStageMessage;

    /// <summary>Asks over HTTP(S), with a ticket, to act on a performance's stage.</summary>
    /// <param name="Role">The role to play.</param>
    [MessagePackObject]
    public sealed record SessionRequest([property: Key(0)] string Role);

    /// <summary>The answer of the session exchange over HTTP(S).</summary>
    /// <param name="SessionId">16 bytes, sent in clear in datagrams.</param>
    /// <param name="Key">32 bytes, never sent again: the keys of the connection follow from it.</param>
    /// <param name="UdpHost">Where to connect.</param>
    /// <param name="Performance">The performance's id.</param>
    [MessagePackObject]
    public sealed record StageSession(
        [property: Key(0)] byte[] SessionId,
        [property: Key(1)] byte[] Key,
        [property: Key(2)] string UdpHost,
        [property: Key(3)] int UdpPort,
        [property: Key(4)] string Performance);
}

using MessagePack;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// The slow part of the stage's state: all of it, self-contained, so that who joins late sees the same stage.
    /// Times are performance time in milliseconds. Where actors stand is in snapshots.
    /// </summary>
    /// <param name="Revision">Grows by one with every change.</param>
    /// <param name="Show">The show's state.</param>
    /// <param name="Rate">How fast performance time runs against real time: 1, or the rehearsal's speed.</param>
    /// <param name="Light">The lights, fading or still.</param>
    /// <param name="Scenery">One entry for each piece that can move.</param>
    /// <param name="Sounds">Sounds that were started lately.</param>
    /// <param name="Surtitle">The line spoken now; null when none is.</param>
    /// <param name="Players">Who is on which role.</param>
    /// <param name="Preload">Ids of the sounds that may start at any moment: those of the cue on standby and of what follows it by itself.</param>
    /// <param name="Performers">Where the pictures of matted performers stand, one entry for each that was on.</param>
    /// <param name="PlanVersion">Version of the stage's plan: another one means that the plan is fetched again.</param>
    /// <param name="Props">Where each prop is; null when there are none.</param>
    /// <param name="Fights">Fights that are on, or begin in a moment; null when there are none.</param>
    /// <param name="ShowEndsMs">Performance time at which an interval is meant to be over; null where that is not known, and outside of intervals.</param>
    [MessagePackObject]
    public sealed record StageScene(
        [property: Key(0)] int Revision,
        [property: Key(1)] ShowState Show,
        [property: Key(2)] float Rate,
        [property: Key(3)] LightFade Light,
        [property: Key(4)] SceneryMove[] Scenery,
        [property: Key(5)] SoundStart[] Sounds,
        [property: Key(6)] Surtitle? Surtitle,
        [property: Key(7)] Player[] Players,
        [property: Key(8)] string[] Preload,
        [property: Key(9)] PerformerMove[] Performers,
        [property: Key(10)] int PlanVersion,
        [property: Key(11)] PropPlace[]? Props = null,
        [property: Key(12)] StageFight[]? Fights = null,
        [property: Key(13)] long? ShowEndsMs = null);

    /// <summary>Where the show is.</summary>
    public enum ShowState
    {
        Preset = 0,
        HouseOpen = 1,
        Beginners = 2,
        Running = 3,
        Held = 4,
        Interval = 5,
        CurtainCall = 6,
        Closed = 7,
    }

    /// <summary>A change between two values over time that can be held in its middle.</summary>
    /// <param name="StartMs">Performance time at which it starts.</param>
    /// <param name="DurationMs">0 for a snap.</param>
    /// <param name="HeldAtMs">Performance time at which it was held; null while it runs.</param>
    [MessagePackObject]
    public sealed record Transition(
        [property: Key(0)] long StartMs,
        [property: Key(1)] int DurationMs,
        [property: Key(2)] long? HeldAtMs)
    {
        /// <summary>How far it is at a performance time: 0 before it starts, 1 when it is complete.</summary>
        public float ProgressAt(long timeMs)
        {
            var at = HeldAtMs is long held && held < timeMs ? held : timeMs;
            if (at >= StartMs + DurationMs)
            {
                return 1f;
            }

            return at <= StartMs ? 0f : (float)(at - StartMs) / DurationMs;
        }

        /// <summary>The same change, standing still from a performance time on.</summary>
        public Transition HeldAt(long timeMs)
        {
            return HeldAtMs is null && timeMs < StartMs + DurationMs ? this with { HeldAtMs = timeMs } : this;
        }

        /// <summary>The same change, going on at a performance time from where it was held.</summary>
        public Transition ResumedAt(long timeMs)
        {
            return HeldAtMs is long held ? new Transition(StartMs + (timeMs - held), DurationMs, null) : this;
        }
    }

    /// <summary>A lamp's colour and intensity.</summary>
    /// <param name="Colour">0xRRGGBB.</param>
    /// <param name="Intensity">0 (off) to 1 (full).</param>
    [MessagePackObject]
    public sealed record LampLevel([property: Key(0)] int Colour, [property: Key(1)] float Intensity);

    /// <summary>The lights: a fade from levels to levels, one entry a lamp of the plan.</summary>
    /// <param name="Look">The look that it leads to.</param>
    [MessagePackObject]
    public sealed record LightFade(
        [property: Key(0)] string Look,
        [property: Key(1)] LampLevel[] From,
        [property: Key(2)] LampLevel[] To,
        [property: Key(3)] Transition Fade);

    /// <summary>A piece of scenery on its way: 0 is out, 1 is in.</summary>
    [MessagePackObject]
    public sealed record SceneryMove(
        [property: Key(0)] string Piece,
        [property: Key(1)] float From,
        [property: Key(2)] float To,
        [property: Key(3)] Transition Move);

    /// <summary>A sound that starts at a performance time.</summary>
    /// <param name="StartMs">Its beginning. A pause moves it on, so that at any time the sound is at now - StartMs.</param>
    /// <param name="DurationMs">How long it lasts; 0 for as long as its file does, or for ever when it loops.</param>
    /// <param name="Id">The same while it is paused, goes on and fades; no other sound of the scene has it.</param>
    /// <param name="HeldAtMs">Performance time at which it was paused: it is silent, and goes on from there; null while it plays.</param>
    /// <param name="StopMs">Performance time from which it fades out, or at which it stops; null when it plays to its end.</param>
    /// <param name="FadeMs">How long it fades out from StopMs; 0 stops it at once.</param>
    [MessagePackObject]
    public sealed record SoundStart(
        [property: Key(0)] string Sound,
        [property: Key(1)] long StartMs,
        [property: Key(2)] int DurationMs,
        [property: Key(3)] int Id,
        [property: Key(4)] long? HeldAtMs,
        [property: Key(5)] long? StopMs,
        [property: Key(6)] int FadeMs);

    /// <summary>A performer's picture on its way, or still. Between From and To its place and its opacity go evenly.</summary>
    /// <param name="Role">The role that the performer plays.</param>
    [MessagePackObject]
    public sealed record PerformerMove(
        [property: Key(0)] string Role,
        [property: Key(1)] PerformerPlace From,
        [property: Key(2)] PerformerPlace To,
        [property: Key(3)] Transition Move);

    /// <summary>Where a performer's picture stands. Metres.</summary>
    /// <param name="FacingDegrees">0 faces the audience (+Z), 90 faces stage left (+X).</param>
    /// <param name="Opacity">0 (not to be seen) to 1.</param>
    [MessagePackObject]
    public sealed record PerformerPlace(
        [property: Key(0)] float X,
        [property: Key(1)] float Z,
        [property: Key(2)] float FacingDegrees,
        [property: Key(3)] float Opacity);

    /// <summary>Where a prop is: in a role's hands, whoever plays it, or lying somewhere. Metres.</summary>
    /// <param name="Role">The role that has it; null where it lies.</param>
    /// <param name="X">The middle of its foot, where it lies or was taken up.</param>
    [MessagePackObject]
    public sealed record PropPlace(
        [property: Key(0)] string Prop,
        [property: Key(1)] string? Role,
        [property: Key(2)] float X,
        [property: Key(3)] float Y,
        [property: Key(4)] float Z);

    /// <summary>A scripted fight: the stage moves the bodies of those who are in it, and their own inputs move nothing meanwhile.</summary>
    /// <param name="Roles">Ids of the roles that fight.</param>
    /// <param name="StartMs">Performance time at which it begins.</param>
    /// <param name="EndMs">Performance time at which it is over, when nothing stops it before.</param>
    [MessagePackObject]
    public sealed record StageFight(
        [property: Key(0)] string Fight,
        [property: Key(1)] string[] Roles,
        [property: Key(2)] long StartMs,
        [property: Key(3)] long EndMs);

    /// <summary>The spoken line as the audience reads it.</summary>
    /// <param name="Line">Its id.</param>
    /// <param name="Speaker">The role's name as printed.</param>
    /// <param name="SinceMs">Performance time at which it became the current line.</param>
    [MessagePackObject]
    public sealed record Surtitle(
        [property: Key(0)] string Line,
        [property: Key(1)] string Speaker,
        [property: Key(2)] string Text,
        [property: Key(3)] long SinceMs);

    /// <summary>Who plays a role at this moment.</summary>
    /// <param name="Actor">The id in snapshots.</param>
    /// <param name="Role">The role's id.</param>
    /// <param name="Name">The person's chosen name, or the bot's.</param>
    /// <param name="IsBot">True for an understudy bot.</param>
    /// <param name="Appearance">As the person chose it; null for who chose none, and for bots.</param>
    /// <param name="Costume">The id of the costume that they wear in this role; null for the role's first one.</param>
    /// <param name="IsSilhouette">In a recording: somebody who does not want to be recorded. Their body moves, and nothing else is shown of them.</param>
    [MessagePackObject]
    public sealed record Player(
        [property: Key(0)] ushort Actor,
        [property: Key(1)] string Role,
        [property: Key(2)] string Name,
        [property: Key(3)] bool IsBot,
        [property: Key(4)] Appearance? Appearance = null,
        [property: Key(5)] string? Costume = null,
        [property: Key(6)] bool IsSilhouette = false);
}

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
        [property: Key(8)] string[] Preload);

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
    /// <param name="DurationMs">How long it lasts; 0 for as long as its file does, or for ever when it loops.</param>
    [MessagePackObject]
    public sealed record SoundStart(
        [property: Key(0)] string Sound,
        [property: Key(1)] long StartMs,
        [property: Key(2)] int DurationMs);

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
    [MessagePackObject]
    public sealed record Player(
        [property: Key(0)] ushort Actor,
        [property: Key(1)] string Role,
        [property: Key(2)] string Name,
        [property: Key(3)] bool IsBot);
}

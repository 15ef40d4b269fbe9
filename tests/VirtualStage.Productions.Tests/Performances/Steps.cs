using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>Time passes, and then somebody sends a command, or a timer comes.</summary>
/// <param name="Command">Null for a timer, and for a cue that fails.</param>
public sealed record Step(int AfterMs, IPerformanceCommand? Command, Sender Sender)
{
    /// <summary>The cue whose action fails; null for none.</summary>
    public string? Fails { get; init; }
}

/// <summary>Sequences of steps such as a clumsy company and an impatient network make.</summary>
internal static class Steps
{
    private static readonly Gen<string> _cue = Gen.OneOf(
        Gen.Choose(1, 12).Select(number => number.ToString()), Gen.Constant("13"));

    private static readonly Gen<string> _line = Gen.Elements("1.1.1", "1.1.2", "1.1.3", "1.1.4", "9.9.9");

    private static readonly Gen<string> _role = Gen.Elements("anna", "bert", "nobody");

    private static readonly Gen<Sender> _sender = Gen.Frequency(
        (12, Gen.Constant(Rehearsal.Caller)),
        (1, Gen.Elements(Rehearsal.Other, Rehearsal.Bot, Rehearsal.OtherBot)));

    private static readonly Gen<int> _wait = Gen.Frequency(
        (3, Gen.Constant(0)), (6, Gen.Choose(1, 1500)), (3, Gen.Choose(1, 8).Select(half => half * 500)), (1, Gen.Choose(5000, 70_000)));

    /// <summary>What moves a show on comes more often than what ends it, so that most shows run for a while.</summary>
    private static readonly Gen<IPerformanceCommand?> _command = Gen.Frequency(
        (2, Gen.Elements<IPerformanceCommand?>(new OpenHouse(), new CallBeginners())),
        (4, Gen.Elements<IPerformanceCommand?>(new StartShow(), new Resume(), new EndInterval())),
        (2, Gen.Elements<IPerformanceCommand?>(new Hold("a test"), new TakeInterval(), new Panic())),
        (1, Gen.Frequency((8, Gen.Constant<IPerformanceCommand?>(null)), (1, Gen.Elements<IPerformanceCommand?>(new TakeCurtainCall(), new CloseShow())))),
        (10, _cue.Select(cue => (IPerformanceCommand?)new StandBy(cue))),
        (10, _cue.Select(cue => (IPerformanceCommand?)new Go(cue))),
        (3, _line.Select(line => (IPerformanceCommand?)new Advance(line))),
        (1, _role.Select(role => (IPerformanceCommand?)new CastRole(role, "somebody"))),
        (1, _role.Select(role => (IPerformanceCommand?)new UncastRole(role))),
        (1, Gen.Elements<IPerformanceCommand?>(new TakeCalling(), new LeaveCalling())),
        (6, Gen.Constant<IPerformanceCommand?>(null)));

    private static readonly Gen<Step[]> _single =
        from after in _wait
        from command in _command
        from sender in _sender
        select new[] { new Step(after, command, sender) };

    /// <summary>A cue as it is called when nothing goes wrong; alone, most cues would never meet their GO.</summary>
    private static readonly Gen<Step[]> _called =
        from after in _wait
        from cue in _cue
        select new[] { new Step(after, new StandBy(cue), Rehearsal.Caller), new Step(0, new Go(cue), Rehearsal.Caller) };

    private static readonly Gen<Step[]> _failed =
        from after in _wait
        from cue in _cue
        select new[] { new Step(after, null, Rehearsal.Caller) { Fails = cue } };

    private static readonly Step[] _opening =
        [new(0, new CallBeginners(), Rehearsal.Caller), new(1000, new StartShow(), Rehearsal.Caller)];

    private static readonly Gen<List<Step>> _steps =
        from isOpened in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from steps in Gen.Frequency((30, _single), (10, _called), (1, _failed)).ListOf()
        select (isOpened ? _opening : []).Concat(steps.SelectMany(some => some)).ToList();

    public static Arbitrary<List<Step>> Any { get; } = Arb.From(_steps, Shorter);

    private static IEnumerable<List<Step>> Shorter(List<Step> steps)
    {
        for (var length = steps.Count / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= steps.Count; start += length)
            {
                yield return [.. steps[..start], .. steps[(start + length)..]];
            }
        }
    }
}

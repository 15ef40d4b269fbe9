using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>Time passes, and then somebody sends a command, or a timer comes.</summary>
/// <param name="Command">Null for a timer, and for what nobody commands.</param>
public sealed record Step(int AfterMs, IPerformanceCommand? Command, Sender Sender)
{
    /// <summary>The cue whose action fails; null for none.</summary>
    public string? Fails { get; init; }

    /// <summary>By how many versions the production is edited; 0 for none.</summary>
    public int Edits { get; init; }

    /// <summary>The server that the performance goes on on; null for none.</summary>
    public string? GoesOnOn { get; init; }

    /// <summary>The role whose client is held to the rules; null for none.</summary>
    public string? Holds { get; init; }

    public override string ToString() =>
        $"+{AfterMs} {(Edits > 0 ? $"{Edits} edits" : GoesOnOn is { } server ? $"goes on on {server}" : Holds is { } role ? $"{role}'s client is held" : Fails is { } cue ? $"cue {cue} fails" : Command?.ToString() ?? "a timer")}{(Sender == Rehearsal.Caller ? "" : $" by {Sender.Person}")}";
}

/// <summary>Sequences of steps such as a clumsy company and an impatient network make.</summary>
internal static class Steps
{
    /// <summary>Any cue of the productions that the sequences are tried on, groups' members and the cart included, and one that no sheet has.</summary>
    private static readonly Gen<string> _cue = Gen.Elements(
        [.. AllCues.Select(cue => cue.Number).Distinct(), "no such cue"]);

    /// <summary>Those that can be put on standby.</summary>
    private static readonly Gen<string> _callable = Gen.Elements(
        [.. AllCues.Where(cue => cue.IsCallable).Select(cue => cue.Number).Distinct()]);

    private static readonly Gen<string> _cart = Gen.Elements("K 1", "K 2");

    private static readonly Gen<string> _line = Gen.Elements(
        [.. AllKinds.Production.Play.Lines.Select(line => line.Id), "9.9.9"]);

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
        (8, _callable.Select(cue => (IPerformanceCommand?)new StandBy(cue))),
        (6, _callable.Select(cue => (IPerformanceCommand?)new Go(cue))),
        (1, Gen.Choose(0, 200).Select(revision => (IPerformanceCommand?)new Go("1", revision))),
        (2, _cue.Select(cue => (IPerformanceCommand?)new Warn(cue))),
        (2, _callable.Select(cue => (IPerformanceCommand?)new AcknowledgeStandby(cue, "Lights"))),
        (1, _cue.Select(cue => (IPerformanceCommand?)new AcknowledgeStandby(cue, "Catering"))),
        (2, _callable.Select(cue => (IPerformanceCommand?)new ReleaseStandby(cue))),
        (2, _cue.Select(cue => (IPerformanceCommand?)new MovePlayhead(cue))),
        (2, _callable.Select(cue => (IPerformanceCommand?)new SkipCue(cue))),
        (3, _cart.Select(cue => (IPerformanceCommand?)new FireCue(cue))),
        (4, _cue.Select(cue => (IPerformanceCommand?)new PauseCue(cue))),
        (4, _cue.Select(cue => (IPerformanceCommand?)new ResumeCue(cue))),
        (4, _cue.Select(cue => (IPerformanceCommand?)new StopCue(cue))),
        (2, from cue in _cue from armed in Gen.Elements(true, false) select (IPerformanceCommand?)new ArmCue(cue, armed)),
        (3, Gen.Constant<IPerformanceCommand?>(new Back())),
        (1, _cue.Select(cue => (IPerformanceCommand?)new GoToCue(cue))),
        (2, Gen.Elements<IPerformanceCommand?>(new BeginRehearsal(), new EndRehearsal(), new ResetShow(), new JumpToNextCue())),
        (1, _line.Select(line => (IPerformanceCommand?)new RehearseFrom(null, line, null))),
        (1, _cue.Select(cue => (IPerformanceCommand?)new RehearseFrom(null, null, cue))),
        (1, Gen.Elements<IPerformanceCommand?>(new RehearseFrom("1.2", null, null), new RehearseFrom("7.7", null, null), new RehearseFrom("1.2", "1.2.1", null))),
        (1, from first in _line from last in _line select (IPerformanceCommand?)new SetLoop(first, last)),
        (1, Gen.Constant<IPerformanceCommand?>(new SetLoop(null, null))),
        (1, Gen.Elements<IPerformanceCommand?>(new SetDoors(DoorsFor.Invited, 10), new SetDoors(DoorsFor.Everybody, null), new SetReactions(false), new SetReactions(true), new SetChat(ChatMode.Open), new SetChat(ChatMode.Closed))),
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
        from cue in _callable
        select new[] { new Step(after, new StandBy(cue), Rehearsal.Caller), new Step(0, new Go(cue), Rehearsal.Caller) };

    private static readonly Gen<Step[]> _failed =
        from after in _wait
        from cue in _cue
        select new[] { new Step(after, null, Rehearsal.Caller) { Fails = cue } };

    private static readonly Gen<Step[]> _edited =
        from after in _wait
        from edits in Gen.Choose(1, 3)
        select new[] { new Step(after, null, Rehearsal.Caller) { Edits = edits } };

    private static readonly Gen<Step[]> _held =
        from after in _wait
        from role in _role
        select new[] { new Step(after, null, Rehearsal.Caller) { Holds = role } };

    private static readonly Gen<Step[]> _wentOn =
        from after in _wait
        select new[] { new Step(after, null, Rehearsal.Caller) { GoesOnOn = "10.0.0.2:11111" } };

    private static readonly Step[] _opening =
        [new(0, new CallBeginners(), Rehearsal.Caller), new(1000, new StartShow(), Rehearsal.Caller)];

    private static readonly Step[] _rehearsal = [new(0, new BeginRehearsal(), Rehearsal.Caller), .. _opening];

    private static readonly Gen<List<Step>> _steps =
        from opening in Gen.Frequency((4, Gen.Constant(_opening)), (2, Gen.Constant(_rehearsal)), (1, Gen.Constant(Array.Empty<Step>())))
        from steps in Gen.Frequency((30, _single), (10, _called), (1, _failed), (2, _edited), (1, _held), (1, _wentOn)).ListOf()
        select opening.Concat(steps.SelectMany(some => some)).ToList();

    private static IEnumerable<Cue> AllCues => Enumerable.Range(1, Editions.Count).SelectMany(version => Editions.Of(version).Cues);

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

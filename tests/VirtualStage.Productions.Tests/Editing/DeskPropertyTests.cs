using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Editing;

namespace VirtualStage.Productions.Tests.Editing;

/// <summary>
/// What holds of any production's document. VIRTUALSTAGE_PROPERTY_RUNS says how many sequences are tried: a tenth of it,
/// because the whole production is read after every step. A failure is told with the shortest way to it, and with a seed.
/// </summary>
public sealed class DeskPropertyTests
{
    private static readonly int _runs =
        int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_PROPERTY_RUNS"), out var runs) ? runs / 10 : 60;

    [Fact]
    public void Whatever_is_edited_the_document_is_a_production_and_an_undo_can_be_made_again() => Check(_ => { });

    [Fact]
    public void Replaying_its_journal_gives_a_production_exactly() => Check(desk =>
        Assert.Equal(Desk.Canon(desk.State), Desk.Canon(desk.Replayed().State)));

    [Fact]
    public void Whatever_was_edited_is_written_to_a_file_that_reads_the_same() => Check(desk =>
        Assert.Equal(desk.Document, ProductionDocument.Parse(desk.Document.ToYaml())));

    [Fact]
    public void The_sequences_that_are_tried_reach_every_event_and_many_refusals()
    {
        var (events, edits, reasons) = (new HashSet<Type>(), new HashSet<Type>(), new HashSet<string>());
        foreach (var steps in EditSteps.Any.Generator.Sample(60, 100))
        {
            var desk = new CheckedDesk();
            foreach (var step in steps)
            {
                reasons.Add(desk.Desk.Send(step.Command, Math.Max(1, desk.Desk.State.Revision - step.Behind)).Answer.Reason?[..12] ?? "");
            }

            events.UnionWith(desk.Desk.Journal.Select(happening => happening.Event.GetType()));
            edits.UnionWith(desk.Desk.Journal.Select(happening => happening.Event).OfType<SheetEdited>().SelectMany(edited => edited.Edits).Select(edit => edit.GetType()));
        }

        Assert.Equal(6, events.Count);
        Assert.Equal(9, edits.Count);
        Assert.True(reasons.Count > 30, string.Join('\n', reasons));
    }

    private static void Check(Action<Desk> body) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(_runs).WithEndSize(60),
        Prop.ForAll(EditSteps.Any, steps =>
        {
            var desk = new CheckedDesk();
            steps.ForEach(desk.Take);
            body(desk.Desk);
        }));
}

using VirtualStage.Plays;
using VirtualStage.Scheduling.Training.Texts;

namespace VirtualStage.Scheduling.Training.Tests;

public sealed class CorpusTests
{
    [Fact]
    public void A_play_is_its_speakers_and_lines_without_stage_directions()
    {
        var corpus = new Corpus(Texts.TwoAtTheDoor);
        var size = Texts.Size(1) with { Context = corpus.Length - 1, Sequences = 1 };

        var batch = corpus.Draw(size, new Random(1));

        var text = string.Concat(batch.Characters.Append(batch.Next[^1]).Select(number => corpus.Characters[number]));
        Assert.StartsWith("ANNA\nWho is there?\nSpeak, or be still.\nBERT\n", text);
        Assert.Contains("ANNA and BERT\nThen let it in.", text);
        Assert.DoesNotContain("Aside", text);
    }

    [Fact]
    public void The_next_character_of_each_is_the_one_behind_it()
    {
        var batch = Texts.Draw(Texts.Size(1), 1)[0];
        for (var row = 0; row < batch.Characters.Length - 1; row++)
        {
            Assert.True(batch.Next[row] == batch.Characters[row + 1] || (row + 1) % 8 == 0);
        }
    }

    [Fact]
    public void A_play_that_is_shorter_than_a_sequence_is_refused() => Assert.Contains(
        "a sequence needs 1001",
        Assert.Throws<ScheduleException>(() => new Corpus(Texts.TwoAtTheDoor).Draw(Texts.Size(1) with { Context = 1000 }, new Random(1))).Message);

    [Fact]
    public void A_play_without_speeches_has_nothing_to_learn()
    {
        var corpus = new Corpus(new Play("Nothing", [], []));

        Assert.Equal((0, 1), (corpus.Length, corpus.Characters.Count));
        Assert.Throws<ScheduleException>(() => corpus.Draw(Texts.Size(1), new Random(1)));
    }

    [Fact]
    public void Rare_characters_become_one()
    {
        var line = new Line("1", LineKind.Prose, [new LinePart(string.Concat(Enumerable.Range(0x4e00, 500).Select(code => (char)code)) + "ttt", false)]);
        var corpus = new Corpus(new Play("Many", [], [new Division(DivisionKind.Act, "1", "I", [], [new Speech("1", ["X"], [line])])]));

        Assert.Equal(Corpus.MostCharacters + 1, corpus.Characters.Count);
        Assert.Equal('t', corpus.Characters[0]);
        Assert.All(corpus.Draw(Texts.Size(1), new Random(1)).Characters, number => Assert.InRange(number, 0, Corpus.MostCharacters));
    }
}

using System.Text;
using VirtualStage.Plays;
using VirtualStage.Scheduling.Training.Network;

namespace VirtualStage.Scheduling.Training.Texts;

/// <summary>A play's speeches as characters with numbers, to learn which one comes next.</summary>
public sealed class Corpus
{
    /// <summary>Rarer characters than these become one that stands for them all.</summary>
    public const int MostCharacters = 127;

    private const char Rare = '\uFFFD';

    private readonly int[] _text;

    public Corpus(Play play)
    {
        var text = TextOf(play);
        Characters = [.. text.GroupBy(character => character).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Take(MostCharacters).Select(group => group.Key), Rare];
        var numbers = Characters.Select((character, number) => (character, number)).ToDictionary(pair => pair.character, pair => pair.number);
        _text = [.. text.Select(character => numbers.GetValueOrDefault(character, Characters.Count - 1))];
    }

    /// <summary>The characters by number; the last one stands for all that are rare.</summary>
    public IReadOnlyList<char> Characters { get; }

    public int Length => _text.Length;

    /// <summary>Random passages of the play.</summary>
    /// <exception cref="ScheduleException">The play is shorter than a sequence.</exception>
    public MicroBatch Draw(NetworkSize size, Random random)
    {
        if (Length <= size.Context)
        {
            throw new ScheduleException($"the play's speeches have {Length} characters; a sequence needs {size.Context + 1}");
        }

        var (characters, next) = (new int[size.Rows], new int[size.Rows]);
        for (var sequence = 0; sequence < size.Sequences; sequence++)
        {
            var from = random.Next(Length - size.Context);
            _text.AsSpan(from, size.Context).CopyTo(characters.AsSpan(sequence * size.Context));
            _text.AsSpan(from + 1, size.Context).CopyTo(next.AsSpan(sequence * size.Context));
        }

        return new MicroBatch(characters, next);
    }

    private static string TextOf(Play play)
    {
        var text = new StringBuilder();
        foreach (var speech in play.Speeches)
        {
            text.AppendJoin(" and ", speech.Speakers).Append('\n');
            foreach (var line in speech.Lines)
            {
                text.Append(line.Text).Append('\n');
            }
        }

        return text.ToString();
    }
}

namespace VirtualStage.Productions.Casting;

/// <summary>Roles shared out among as few actors as was found.</summary>
/// <param name="Actors">The roles of each actor, in the order of the roles.</param>
/// <param name="Needed">Roles of which every two conflict: each of them needs an actor of its own.</param>
/// <param name="IsMinimal">True when it is proven that fewer actors are not enough.</param>
public sealed record CastSuggestion(
    IReadOnlyList<IReadOnlyList<string>> Actors, IReadOnlyList<string> Needed, bool IsMinimal);

/// <summary>
/// Finds the smallest cast: conflicts are a graph, actors its colours. Brélaz's DSATUR with branch and bound over a greatest
/// clique found greedily; it gives up proving after a number of steps, and then has the best cast so far.
/// </summary>
public static class SmallestCast
{
    /// <summary>Steps after which it is no longer tried to prove that a smaller cast is impossible: about a second.</summary>
    public const int UsualSteps = 300_000;

    public static CastSuggestion Of(CastingSheet sheet, Doubling doubling, int mostSteps = UsualSteps)
    {
        var roles = sheet.Parts.Select(part => part.Id).ToList();
        var conflicts = new bool[roles.Count, roles.Count];
        for (var i = 0; i < roles.Count; i++)
        {
            for (var j = 0; j < roles.Count; j++)
            {
                conflicts[i, j] = i != j && doubling.Between(roles[i], roles[j]) is not null;
            }
        }

        var search = new Search(conflicts, roles.Count, mostSteps);
        var (colours, clique, isMinimal) = search.Run();
        return new CastSuggestion(
            [.. roles.Select((role, i) => (role, Actor: colours[i])).GroupBy(entry => entry.Actor, entry => entry.role)
                .Select(actor => (IReadOnlyList<string>)[.. actor])],
            [.. clique.Order().Select(i => roles[i])],
            isMinimal);
    }

    private sealed class Search
    {
        private readonly bool[,] _conflicts;
        private readonly int _count;
        private readonly int _mostSteps;
        private readonly int[] _colours;
        private readonly int[] _degrees;
        private int[] _best;
        private int _bestColours;
        private int _steps;

        public Search(bool[,] conflicts, int count, int mostSteps)
        {
            (_conflicts, _count, _mostSteps) = (conflicts, count, mostSteps);
            _colours = [.. Enumerable.Repeat(-1, count)];
            _degrees = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Count(j => conflicts[i, j]))];
            (_best, _bestColours) = ([.. Enumerable.Range(0, count)], count);
        }

        public (int[] Colours, IReadOnlyList<int> Clique, bool IsMinimal) Run()
        {
            var clique = Clique();
            for (var i = 0; i < clique.Count; i++)
            {
                _colours[clique[i]] = i;
            }

            Colour(clique.Count, clique.Count, clique.Count);
            return (_best, clique, _steps < _mostSteps || _bestColours == clique.Count);
        }

        /// <summary>The largest of the cliques that grow greedily from each role.</summary>
        private List<int> Clique()
        {
            List<int> largest = [];
            for (var start = 0; start < _count; start++)
            {
                List<int> clique = [start];
                foreach (var next in Enumerable.Range(0, _count).OrderByDescending(i => _degrees[i]))
                {
                    if (clique.TrueForAll(member => _conflicts[member, next]))
                    {
                        clique.Add(next);
                    }
                }

                largest = clique.Count > largest.Count ? clique : largest;
            }

            return largest;
        }

        private void Colour(int coloured, int used, int bound)
        {
            if (used >= _bestColours || _bestColours == bound || ++_steps >= _mostSteps)
            {
                return;
            }

            if (coloured == _count)
            {
                (_best, _bestColours) = ([.. _colours], used);
                return;
            }

            var role = MostSaturated();
            // A colour beyond those in use is the same whichever it is: one is enough to try.
            for (var colour = 0; colour <= used && colour < _bestColours - 1; colour++)
            {
                if (IsFree(role, colour))
                {
                    _colours[role] = colour;
                    Colour(coloured + 1, Math.Max(used, colour + 1), bound);
                    _colours[role] = -1;
                }
            }
        }

        private bool IsFree(int role, int colour)
        {
            for (var other = 0; other < _count; other++)
            {
                if (_colours[other] == colour && _conflicts[role, other])
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>The role with most colours among its conflicts, the one with most conflicts of those.</summary>
        private int MostSaturated()
        {
            var best = -1;
            var bestSaturation = -1;
            Span<bool> seen = stackalloc bool[Math.Min(_count, 256)];
            for (var role = 0; role < _count; role++)
            {
                if (_colours[role] >= 0)
                {
                    continue;
                }

                var saturation = 0;
                seen.Clear();
                for (var other = 0; other < _count; other++)
                {
                    if (_colours[other] is >= 0 and var colour && _conflicts[role, other] && !seen[colour % seen.Length])
                    {
                        seen[colour % seen.Length] = true;
                        saturation++;
                    }
                }

                if (saturation > bestSaturation || (saturation == bestSaturation && _degrees[role] > _degrees[best]))
                {
                    (best, bestSaturation) = (role, saturation);
                }
            }

            return best;
        }
    }
}

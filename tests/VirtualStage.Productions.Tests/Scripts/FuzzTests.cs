using System.Text;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class FuzzTests
{
    private const int Rounds = 4000;

    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", ":", ": ", "- ", "\n", "  ", "\t", "\"", "'", "#", "&a ", "*a", "!!int ", "|", ">", "---\n",
        "...", "?", "~", "null", "NaN", ".inf", "-1", "1e308", "\0", "é", "\uFEFF", "<<: ", "%YAML 9.9\n", "@", "`",
    ];

    [Fact]
    public void A_damaged_sheet_is_a_production_or_a_production_exception() =>
        LoadDamaged(random => TwoHander.Source(Damage(TwoHander.Sheet, random)));

    [Fact]
    public void A_damaged_play_is_a_production_or_a_production_exception() =>
        LoadDamaged(random => TwoHander.Source(TwoHander.Sheet, Damage(TwoHander.Play, random)));

    private static void LoadDamaged(Func<Random, ProductionSource> damaged)
    {
        var random = new Random(20_260_401);
        var (loaded, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                ProductionLoader.Load(damaged(random));
                loaded++;
            }
            catch (ProductionException problem)
            {
                Assert.All(problem.Errors, error => Assert.InRange(error.Line, 0, 500));
                refused++;
            }
        }

        Assert.True(loaded > Rounds / 100 && refused > Rounds / 5, $"{loaded} loaded and {refused} refused: the damage is too mild or too strong");
    }

    private static string Damage(string whole, Random random)
    {
        var text = new StringBuilder(whole);
        for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(32, 127);
                    break;
                default:
                    var from = random.Next(whole.Length);
                    text.Insert(at, whole.AsSpan(from, Math.Min(random.Next(1, 60), whole.Length - from)));
                    break;
            }
        }

        return text.ToString();
    }
}

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
    public void A_damaged_sheet_is_a_production_or_a_production_exception()
    {
        var random = new Random(20_260_401);
        var (loaded, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var sheet = Damage(TwoHander.Sheet, random);
            try
            {
                TwoHander.Load(sheet);
                loaded++;
            }
            catch (ProductionException problem)
            {
                Assert.All(problem.Errors, error => Assert.InRange(error.Line, 0, 500));
                refused++;
            }
        }

        Assert.True(loaded > 0 && refused > Rounds / 2, $"{loaded} loaded and {refused} refused: the damage is too mild or too strong");
    }

    private static string Damage(string sheet, Random random)
    {
        var text = new StringBuilder(sheet);
        for (var wounds = random.Next(1, 5); wounds > 0; wounds--)
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
                    var from = random.Next(sheet.Length);
                    text.Insert(at, sheet.AsSpan(from, Math.Min(random.Next(1, 60), sheet.Length - from)));
                    break;
            }
        }

        return text.ToString();
    }
}

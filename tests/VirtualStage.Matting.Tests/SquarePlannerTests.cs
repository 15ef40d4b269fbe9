using VirtualStage.Matting.Output;
using VirtualStage.Matting.Sampling;
using VirtualStage.Matting.Squares;

namespace VirtualStage.Matting.Tests;

public sealed class SquarePlannerTests
{
    private const int Width = 1280;
    private const int Height = 720;

    /// <summary>Every so many pixels it is looked whether a square covers the body.</summary>
    private const int Step = 10;

    private readonly SquarePlanner _planner = new();

    [Fact]
    public void Who_stands_has_a_square_from_head_to_waist_and_one_from_waist_to_feet()
    {
        var layout = Follow(Box(560, 60, 720, 660));

        Assert.Equal(SquareKind.Stacked, layout.Kind);
        Assert.True(layout.First.Y <= 60 && layout.Second.Bottom >= 660);
        Assert.InRange(layout.First.Bottom - layout.Second.Y, 0.1f * 600, 0.4f * 600);
        AssertCovers(layout, 560, 60, 720, 660);
    }

    [Fact]
    public void Wide_arms_have_squares_side_by_side()
    {
        var layout = Follow(Box(140, 100, 1140, 640));

        Assert.Equal(SquareKind.Abreast, layout.Kind);
        AssertCovers(layout, 140, 100, 1140, 640);
    }

    [Fact]
    public void Who_is_close_has_one_square()
    {
        var layout = Follow(Box(340, 80, 960, 720));

        Assert.Equal(SquareKind.Single, layout.Kind);
        AssertCovers(layout, 340, 80, 960, 720);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(360)]
    [InlineData(400)]
    public void Squares_of_who_stands_meet_at_the_waist(int waist)
    {
        var layout = Follow(new BodyMarks(Box(560, 60, 720, 660), waist / (float)Height));

        Assert.Equal(SquareKind.Stacked, layout.Kind);
        Assert.Equal(waist, (layout.Overlap.From + layout.Overlap.To) / 2, 2f);
        Assert.True(layout.First.Bottom - layout.Second.Y >= 0.14f * 600);
        AssertCovers(layout, 560, 60, 720, 660);
    }

    [Theory]
    [InlineData(560)]
    [InlineData(700)]
    public void Squares_of_wide_arms_meet_at_the_middle_of_the_trunk(int middle)
    {
        var layout = Follow(new BodyMarks(Box(140, 100, 1140, 640), null, middle / (float)Width));

        Assert.Equal(SquareKind.Abreast, layout.Kind);
        Assert.Equal(middle, (layout.Overlap.From + layout.Overlap.To) / 2, 2f);
        AssertCovers(layout, 140, 100, 1140, 640);
    }

    [Theory]
    [InlineData(-5f)]
    [InlineData(0f)]
    [InlineData(1f)]
    [InlineData(1e30f)]
    [InlineData(float.NaN)]
    public void A_waist_that_cannot_be_leaves_both_squares_whole(float waist)
    {
        var layout = Follow(new BodyMarks(Box(560, 60, 720, 660), waist, waist));

        Assert.InRange(layout.First.Height, 1, 0.7f * 690);
        AssertCovers(layout, 560, 60, 720, 660);
    }

    [Fact]
    public void A_waist_that_trembles_moves_nothing_and_one_that_sinks_is_followed_slowly()
    {
        var before = Follow(Waist(340));
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(before, Follow(Waist(340 + (i % 2 * 8)))));

        Assert.InRange(Cut(Follow(Waist(400))), 341, 360);
        for (var i = 0; i < 120; i++)
        {
            Follow(Waist(400));
        }

        Assert.InRange(Cut(_planner.Layout), 380, 401);

        static BodyMarks Waist(int waist) => new(Box(560, 60, 720, 660), waist / (float)Height);
        static float Cut(SquareLayout layout) => (layout.Overlap.From + layout.Overlap.To) / 2;
    }

    [Theory]
    [InlineData(0, 0, 120, 720)]
    [InlineData(1160, 0, 1280, 720)]
    [InlineData(0, 0, 1280, 300)]
    [InlineData(0, 420, 1280, 720)]
    [InlineData(0, 0, 1280, 720)]
    [InlineData(600, 300, 640, 420)]
    public void At_every_edge_the_body_is_covered_by_squares_that_lie_in_the_picture(int left, int top, int right, int bottom)
    {
        var layout = Follow(Box(left, top, right, bottom));

        AssertCovers(layout, left, top, right, bottom);
        foreach (var square in layout.IsSplit ? [layout.First, layout.Second] : new[] { layout.First })
        {
            Assert.Equal(square.Width, square.Height);
            // Who is larger than the picture lies about its middle.
            Assert.True(square.Height > Height || (square.Y >= 0 && square.Bottom <= Height));
            Assert.True(square.X >= 0 && square.Right <= Width);
        }
    }

    [Fact]
    public void Any_body_is_covered_wherever_it_goes_and_however_it_turns()
    {
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var (left, top) = (random.Next(0, Width - 40), random.Next(0, Height - 40));
            var (right, bottom) = (random.Next(left + 20, Width), random.Next(top + 20, Height));
            var marks = new BodyMarks(Box(left, top, right, bottom), random.Next(3) == 0 ? null : random.NextSingle(), random.Next(3) == 0 ? null : random.NextSingle());
            AssertCovers(Follow(marks, random.Next(1, 1200)), left, top, right, bottom);
        }
    }

    [Fact]
    public void Squares_do_not_tremble()
    {
        var random = new Random(5);
        Follow(Box(560, 60, 720, 660));
        for (var i = 0; i < 20; i++)
        {
            Follow(Trembling());
        }

        var layout = _planner.Layout;
        Assert.All(Enumerable.Range(0, 60), _ => Assert.Equal(layout, Follow(Trembling())));

        BodyBox Trembling() => Box(560 + random.Next(-4, 5), 60 + random.Next(-4, 5), 720 + random.Next(-4, 5), 660 + random.Next(-4, 5));
    }

    [Fact]
    public void Arms_that_are_raised_are_in_at_once_and_squares_shrink_slowly()
    {
        Follow(Box(560, 160, 720, 660));
        var before = _planner.Layout;
        var raised = Follow(Box(560, 20, 720, 660));
        Assert.True(raised.First.Y <= 20);

        var lowered = Follow(Box(560, 160, 720, 660));
        Assert.True(lowered.First.Y < before.First.Y - 60, "it shrinks in one frame");
        for (var i = 0; i < 120; i++)
        {
            lowered = Follow(Box(560, 160, 720, 660));
        }

        Assert.InRange(lowered.First.Y, before.First.Y - 50, before.First.Y + 50);
    }

    [Fact]
    public void The_layout_does_not_flip_to_and_fro_between_two_shapes()
    {
        // About the threshold: first it is one, then whatever it has become it stays.
        var kinds = Enumerable.Range(0, 60).Select(i => Follow(Box(500, 100, 500 + 400 + (i % 2 * 14), 640)).Kind).ToArray();

        Assert.Single(kinds.Distinct());
    }

    [Fact]
    public void Shares_of_both_squares_are_one_everywhere_and_whole_at_their_outer_edges()
    {
        var layout = Follow(Box(560, 60, 720, 660));
        var (from, to) = layout.Overlap;

        Assert.Equal(0, AlphaBlend.ShareOfSecond(layout, from));
        Assert.Equal(1, AlphaBlend.ShareOfSecond(layout, to));
        Assert.Equal(0.5f, AlphaBlend.ShareOfSecond(layout, (from + to) / 2), 3);
        var shares = Enumerable.Range((int)from, (int)(to - from)).Select(at => AlphaBlend.ShareOfSecond(layout, at)).ToArray();
        Assert.Equal(shares.Order(), shares);
    }

    private SquareLayout Follow(BodyBox box, int elapsedMs = 33) => Follow(new BodyMarks(box), elapsedMs);

    private SquareLayout Follow(BodyMarks marks, int elapsedMs = 33) => _planner.Follow(marks, Width, Height, 384, elapsedMs);

    private static BodyBox Box(float left, float top, float right, float bottom) => new(left / Width, top / Height, right / Width, bottom / Height);

    /// <summary>Each pixel of the body is in one of the squares.</summary>
    private static void AssertCovers(SquareLayout layout, int left, int top, int right, int bottom)
    {
        for (var y = top; y < bottom; y += Step)
        {
            for (var x = left; x < right; x += Step)
            {
                if (!Has(layout.First, x, y) && !(layout.IsSplit && Has(layout.Second, x, y)))
                {
                    Assert.Fail($"{x},{y} is in no square of {layout}");
                }
            }
        }
    }

    private static bool Has(Region region, int x, int y) => x >= region.X - 1 && x < region.Right + 1 && y >= region.Y - 1 && y < region.Bottom + 1;
}

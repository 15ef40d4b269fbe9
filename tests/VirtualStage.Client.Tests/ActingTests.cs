using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

/// <summary>What a client needs between a person and the stage: steps, their pace, and the text.</summary>
public sealed class ActingTests
{
    [Theory]
    [InlineData(0, 1, 0, 0, 127)]
    [InlineData(0, 1, 90, 127, 0)]
    [InlineData(0, 1, 180, 0, -127)]
    [InlineData(1, 0, 0, -127, 0)]
    [InlineData(1, 0, 180, 127, 0)]
    [InlineData(0, -0.5, 0, 0, -63)]
    public void Ahead_is_where_one_looks(double aside, double ahead, double look, int x, int z)
    {
        var wish = WalkWish.Of(aside, ahead, look, runs: false, facing: 9);
        Assert.InRange(wish.MoveX - x, -1, 1);
        Assert.InRange(wish.MoveZ - z, -1, 1);
        Assert.Equal(Gait.Walk, wish.Gait);
    }

    [Fact]
    public void The_diagonal_is_no_faster_and_one_faces_where_one_goes()
    {
        var wish = WalkWish.Of(-1, 1, 0, runs: true, facing: 0);
        Assert.InRange(Math.Sqrt((wish.MoveX * wish.MoveX) + (wish.MoveZ * wish.MoveZ)), 125, 127);
        Assert.Equal((32, Gait.Run), (wish.Facing, wish.Gait));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Nowhere_to_go_is_to_stand_as_before(double aside) =>
        Assert.Equal((0, 0, 9, Gait.Stand), Parts(WalkWish.Of(aside, 0, 45, runs: true, facing: 9)));

    [Fact]
    public void A_tick_is_due_for_every_tick_of_time_however_frames_come()
    {
        var pacer = new TickPacer();
        Assert.Equal(0, pacer.Due(1000));
        var ticks = 0;
        for (var ms = 1000; ms <= 11_000; ms += 7)
        {
            ticks += pacer.Due(ms);
        }

        Assert.InRange(ticks, 299, 301);
    }

    [Fact]
    public void A_long_pause_is_not_made_good_and_a_clock_that_goes_back_starts_anew()
    {
        var pacer = new TickPacer();
        pacer.Due(0);
        Assert.Equal(8, pacer.Due(60_000));
        Assert.Equal(0, pacer.Due(60_010));
        Assert.Equal(0, pacer.Due(500));
        Assert.Equal(3, pacer.Due(600));
    }

    [Fact]
    public void The_prompter_knows_the_word_to_wait_for_and_the_own_lines_after_it()
    {
        var book = new PromptBook(
            "A play",
            [Item("a", "ann"), new BookItem(BookItemKind.Direction, "", "Enter BOB", [], 0), Item("b", "ann"), Item("c", "bob"), Item("d", "bob"), Item("e", "ann")],
            [],
            "p",
            1);
        var prompt = PrompterText.Of(book, "bob", null);
        Assert.Equal(("b", 2), (prompt.Cue?.Id, prompt.Until));
        Assert.Equal(["c", "d"], prompt.Own.Select(line => line.Id));
        Assert.Equal(["d"], PrompterText.Of(book, "bob", "c").Own.Select(line => line.Id));
        Assert.Empty(PrompterText.Of(book, "bob", "d").Own);
        Assert.Equal("a", PrompterText.Of(book, "ann", "unknown").Own[0].Id);
    }

    private static BookItem Item(string id, string role) => new(BookItemKind.Line, id, $"Line {id}", [role], 1000);

    private static (int X, int Z, int Facing, Gait Gait) Parts(Contracts.Actors.ActorInput wish) => (wish.MoveX, wish.MoveZ, wish.Facing, wish.Gait);
}

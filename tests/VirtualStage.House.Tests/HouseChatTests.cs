using MessagePack;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.House.Tests;

public sealed class HouseChatTests
{
    private static readonly ChatOpen _open = new(true, ChatMode.Automatic);

    private readonly FakeTimeProvider _time = new();
    private readonly HouseChat _chat;

    public HouseChatTests() => _chat = new HouseChat(_time) { State = _open };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_comes_to_everybody_in_the_same_bytes()
    {
        var (ann, ben) = (await Come("ann"), await Come("ben"));
        _chat.Post(ann, "Ann", "Good evening", isOfCompany: false);
        Assert.True(ann.TryTake(out var one));
        Assert.True(ben.TryTake(out var other));
        Assert.True(one.Equals(other));
        Assert.Equal(new ChatLine(1, 1, "Ann", _time.GetUtcNow().ToUnixTimeMilliseconds(), "Good evening", false), Read(one));
    }

    [Fact]
    public async Task Who_comes_late_reads_the_last_hundred_lines_in_order()
    {
        var ann = await Come("ann");
        for (var line = 1; line <= HouseChat.MostLines + 5; line++)
        {
            Later(HouseChat.LineEvery);
            _chat.Post(ann, "Ann", $"line {line}", false);
            Assert.IsType<ChatLine>(Assert.Single(Told(ann)));
        }

        var told = Told(_chat.Listen("ben", false));
        Assert.Equal(_open, told[0]);
        Assert.Equal(Enumerable.Range(6, HouseChat.MostLines).Select(number => (long)number), told.Skip(1).Cast<ChatLine>().Select(line => line.Number));
    }

    [Fact]
    public async Task While_it_is_closed_nobody_posts_and_what_was_said_stays()
    {
        var ann = await Come("ann");
        _chat.Post(ann, "Ann", "before", false);
        Told(ann);
        var closed = new ChatOpen(false, ChatMode.Closed);
        _chat.State = closed;
        await ann.WaitAsync().AsTask().WaitAsync(Cancel);
        Assert.Equal([closed], Told(ann));

        _chat.Post(ann, "Ann", "during", false);
        Assert.Equal([new ChatRefused("the chat is closed now")], Told(ann));
        var late = Told(_chat.Listen("ben", false));
        Assert.Equal((closed, "before"), (late[0], Assert.IsType<ChatLine>(Assert.Single(late.Skip(1))).Text));
    }

    [Fact]
    public async Task One_says_three_lines_at_once_and_then_one_every_two_seconds_also_after_coming_back()
    {
        var ann = await Come("ann");
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => Says(ann)));
        _chat.Leave(ann);
        ann = _chat.Listen("ann", false);
        Assert.False(Says(ann));
        Later(HouseChat.LineEvery);
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => Says(ann)));
    }

    [Fact]
    public async Task A_whole_house_says_no_more_than_can_be_read()
    {
        var reader = await Come("reader");
        var said = Enumerable.Range(0, 50).Count(guest => Says(_chat.Listen($"guest {guest}", false)));
        Assert.Equal(HouseChat.LinesOfHouseAtOnce, said);
        Assert.Equal(said, Told(reader).Count);
        Later(TimeSpan.FromSeconds(1));
        Assert.Equal(10, Enumerable.Range(50, 50).Count(guest => Says(_chat.Listen($"guest {guest}", false))));
    }

    [Fact]
    public async Task Who_has_no_key_reads_and_does_not_post()
    {
        var stranger = await Come(null);
        _chat.Post(stranger, "Nobody", "hello", false);
        Assert.Equal([new ChatRefused("who posts needs a seat key")], Told(stranger));
    }

    [Fact]
    public async Task A_line_that_is_removed_is_gone_for_everybody_and_for_who_comes_late()
    {
        var ann = await Come("ann");
        Assert.True(Says(ann));
        Assert.True(Says(ann));
        _chat.Remove(1);
        _chat.Remove(1);
        _chat.Remove(99);
        Assert.Equal([new ChatRemoved(1)], Told(ann));
        Assert.Equal([2L], Told(_chat.Listen("ben", false)).OfType<ChatLine>().Select(line => line.Number));

        _chat.Clear();
        Assert.Equal([new ChatCleared()], Told(ann));
        Assert.Equal([_open], Told(_chat.Listen("cat", false)));
    }

    [Fact]
    public async Task Who_is_muted_stays_so_over_a_new_connection_until_they_may_speak_again()
    {
        var (ann, ben) = (await Come("ann"), await Come("ben"));
        var moderator = _chat.Listen("moderator", true);
        Assert.True(Says(ann));
        Told(ben);
        Told(moderator);
        _chat.Mute(1, true);
        _chat.Mute(1, true);
        _chat.Mute(99, true);
        Assert.Equal([new ChatMuted(1, true)], Told(moderator));
        Assert.Empty(Told(ben));

        _chat.Leave(ann);
        ann = _chat.Listen("ann", false);
        Told(ann);
        _chat.Post(ann, "Ann", "again", false);
        Assert.Equal([new ChatRefused("a moderator has muted you")], Told(ann));
        Assert.Contains(new ChatMuted(1, true), Told(_chat.Listen("other moderator", true)));

        // Nor is it forgotten when their lines are gone and they are away.
        _chat.Leave(ann);
        _chat.Clear();
        ann = _chat.Listen("ann", false);
        Assert.False(Says(ann));
        _chat.Mute(1, false);
        Assert.True(Says(ann));
    }

    [Fact]
    public async Task Somebody_of_whom_nothing_is_left_has_another_number_later()
    {
        var ann = await Come("ann");
        Assert.True(Says(ann));
        _chat.Leave(ann);
        ann = _chat.Listen("ann", false);
        Assert.Equal(1, Assert.Single(Told(ann).OfType<ChatLine>()).Chatter);
        _chat.Leave(ann);
        _chat.Clear();
        ann = _chat.Listen("ann", false);
        _chat.Post(ann, "Ann", "back", false);
        Assert.Equal(2, Assert.Single(Told(ann).OfType<ChatLine>()).Chatter);
    }

    [Fact]
    public async Task Who_reads_too_slowly_is_let_go_and_the_others_read_on()
    {
        var (slow, ann) = (await Come("slow"), await Come("ann"));
        for (var line = 0; line <= ChatListener.MostWaiting; line++)
        {
            Assert.False(slow.LetGo.IsCompleted);
            Later(HouseChat.LineEvery);
            Assert.True(Says(ann));
        }

        await slow.LetGo.WaitAsync(Cancel);
        Assert.Equal(ChatListener.MostWaiting, Told(slow).Count);
        Assert.False(await slow.WaitAsync());
        Assert.Equal(1 + HouseChat.MostLines, Told(_chat.Listen("slow", false)).Count);
        Assert.False(ann.LetGo.IsCompleted);
    }

    [Fact]
    public async Task Who_leaves_is_told_nothing_more()
    {
        var (ann, ben) = (await Come("ann"), await Come("ben"));
        _chat.Leave(ben);
        _chat.Leave(ben);
        Assert.True(Says(ann));
        Assert.False(await ben.WaitAsync());
        Assert.Empty(Told(ben));
        Assert.False(ben.LetGo.IsCompleted);
    }

    private static IChatMessage Read(ReadOnlyMemory<byte> bytes) => MessagePackSerializer.Deserialize<IChatMessage>(bytes, ContractResolver.Options, Cancel);

    /// <summary>What somebody was told since the last call.</summary>
    private static List<IChatMessage> Told(ChatListener listener)
    {
        var told = new List<IChatMessage>();
        while (listener.TryTake(out var message))
        {
            told.Add(Read(message));
        }

        return told;
    }

    /// <summary>Somebody comes in, and knows that the chat is open.</summary>
    private async Task<ChatListener> Come(string? key)
    {
        var listener = _chat.Listen(key, false);
        while (!Told(listener).Contains(_open))
        {
            Assert.True(await listener.WaitAsync().AsTask().WaitAsync(Cancel));
        }

        return listener;
    }

    /// <summary>True when a line of theirs was taken.</summary>
    private bool Says(ChatListener listener)
    {
        Told(listener);
        _chat.Post(listener, "Somebody", "something", false);
        return Assert.Single(Told(listener)) is ChatLine;
    }

    private void Later(TimeSpan span) => _time.Advance(span);
}

using System.Net.WebSockets;
using System.Text;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The show runs before a house that these tests alone chat in.</summary>
public sealed class ChattyTheatre : OpenTheatre
{
    protected override async Task Prepare()
    {
        await base.Prepare();
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await director.Do(new SetChat(ChatMode.Open));
    }
}

/// <summary>What the audience say to each other, and who keeps order.</summary>
public sealed class ChatTests(ChattyTheatre open) : IClassFixture<ChattyTheatre>
{
    private RunningTheatre Theatre => open.Theatre;

    [Fact]
    public async Task What_a_guest_says_is_read_by_the_others_and_by_who_comes_later()
    {
        using var ann = await Guest("ann");
        using var ben = await Guest("ben");
        await ann.Say("  Good   evening 👩‍🎤 ", " Ann ");
        var line = await ben.ReadLine("Good evening 👩‍🎤");
        Assert.Equal(("Ann", false), (line.Name, line.IsOfCompany));
        using var late = await Guest("late");
        Assert.Equal(new ChatOpen(true, ChatMode.Open), await late.Read());
        Assert.Equal(line, await late.ReadLine(line.Text));
    }

    [Fact]
    public async Task During_scenes_it_is_closed_unless_the_director_opens_it()
    {
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        using var guest = await Guest("during");
        await director.Do(new SetChat(ChatMode.Automatic));
        Assert.Equal(ChatMode.Automatic, (await director.View()).Doors.Chat);
        await guest.Read<ChatOpen>(state => state == new ChatOpen(false, ChatMode.Automatic));
        await guest.Say("hush");
        Assert.Equal("the chat is closed now", await guest.Refused());

        await director.Do(new TakeInterval());
        await guest.Read<ChatOpen>(state => state == new ChatOpen(true, ChatMode.Automatic));
        await guest.Say("at the bar");
        await guest.ReadLine("at the bar");
        await director.Do(new SetChat(ChatMode.Closed));
        await guest.Read<ChatOpen>(state => state == new ChatOpen(false, ChatMode.Closed));
        await guest.Say("hello?");
        Assert.Equal("the chat is closed now", await guest.Refused());

        await director.Do(new EndInterval());
        await director.Do(new SetChat(ChatMode.Open));
        await guest.Read<ChatOpen>(state => state == new ChatOpen(true, ChatMode.Open));
        await guest.Say("in the scene");
        await guest.ReadLine("in the scene");
    }

    [Fact]
    public async Task A_moderator_removes_a_line_mutes_its_chatter_for_good_and_clears()
    {
        using var moderator = await ChatSeat.Take(Theatre, null, Theatre.Ticket("p-moderator", "watch", "moderate"));
        using var ben = await Guest("reader");
        var rude = await Guest("rude");
        await rude.Say("boo");
        var line = await moderator.ReadLine("boo");
        await ben.ReadLine("boo");
        await moderator.Ask(new ChatRemove(line.Number));
        await ben.Read<ChatRemoved>(removed => removed.Number == line.Number);
        await moderator.Ask(new ChatMute(line.Chatter, true));
        await moderator.Read<ChatMuted>(muted => muted == new ChatMuted(line.Chatter, true));
        rude.Dispose();
        rude = await Guest("rude");
        await rude.Say("boo again");
        Assert.Equal("a moderator has muted you", await rude.Refused());

        await moderator.Ask(new ChatMute(line.Chatter, false));
        await moderator.Read<ChatMuted>(muted => muted == new ChatMuted(line.Chatter, false));
        await rude.Say("sorry");
        await ben.ReadLine("sorry");
        await moderator.Ask(new ChatClear());
        await ben.Read<ChatCleared>(_ => true);
        rude.Dispose();
    }

    [Fact]
    public async Task Who_does_not_moderate_is_told_so()
    {
        using var guest = await Guest("no-moderator");
        using var caller = await ChatSeat.Take(Theatre, null, Theatre.Ticket("p-caller", "call"));
        foreach (var request in new IChatRequest[] { new ChatRemove(1), new ChatMute(1, true), new ChatClear() })
        {
            await guest.Ask(request);
            Assert.Equal("your ticket does not allow to moderate", await guest.Refused());
            await caller.Ask(request);
            Assert.Equal("your ticket does not allow to moderate", await caller.Refused());
        }
    }

    [Fact]
    public async Task One_of_the_company_is_known_as_such()
    {
        using var actor = await ChatSeat.Take(Theatre, null, Theatre.Ticket("p-actor", "act"));
        await actor.Say("break a leg", "Polonius");
        Assert.True((await actor.ReadLine("break a leg")).IsOfCompany);
    }

    [Fact]
    public async Task Without_a_seat_key_one_reads_and_does_not_post()
    {
        using var stranger = await ChatSeat.Take(Theatre, null);
        Assert.IsType<ChatOpen>(await stranger.Read());
        await stranger.Say("hello");
        Assert.Equal("who posts needs a seat key", await stranger.Refused());
    }

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "", "hello", "a name has 1 to 60 characters" },
        { new string('a', 61), "hello", "a name has 1 to 60 characters" },
        { "Ann\u202e", "hello", "a name or pronouns cannot hold" },
        { "Ann", "", "a line has 1 to 280 characters" },
        { "Ann", " \u200d ", "a line has 1 to 280 characters" },
        { "Ann", new string('a', 281), "a line has 1 to 280 characters" },
        { "Ann", "two\nlines", "a line cannot hold" },
        { "Ann", "turned\u202e round", "a line cannot hold" },
        { "Ann", "a\u0301\u0302\u0303\u0304\u0305\u0306", "a letter has at most 4 marks" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_nobody_could_read_is_refused_with_a_word(string name, string text, string reason)
    {
        using var guest = await Guest("unreadable");
        await guest.Say(text, name);
        Assert.StartsWith(reason, await guest.Refused());
    }

    [Fact]
    public async Task The_longest_line_of_the_longest_name_fits_a_message()
    {
        using var guest = await Guest("longest");
        var text = new string('—', ChatLine.MostText);
        await guest.Say(text, new string('ж', 60));
        await guest.ReadLine(text);
    }

    public static TheoryData<string, byte[]> Forged => new()
    {
        { "a kind of request that there is not", [0x92, 9, 0x91, 1] },
        { "a post without a text", [0x92, 0, 0x91, 0xa1, 0x61] },
        { "a post whose text is nil", [0x92, 0, 0x92, 0xa1, 0x61, 0xc0] },
        { "a number that is a text", [0x92, 1, 0x91, 0xa1, 0x61] },
        { "nil", [0xc0] },
        { "nil in the union", [0x92, 0, 0xc0] },
        { "an array that is longer than the message", [0xdd, 0xff, 0xff, 0xff, 0xff] },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task What_is_no_request_ends_the_connection_with_a_word(string what, byte[] bytes)
    {
        using var forger = await Guest("forger");
        await forger.Send(bytes);
        Assert.True(await forger.IsShownOut(), what);
        Assert.Equal((1007, "that is no IChatRequest"), forger.Close);
    }

    [Fact]
    public async Task A_message_that_is_too_large_and_one_that_is_text_end_the_connection_with_a_word()
    {
        using var large = await Guest("large");
        await large.Say(new string('a', 2000));
        Assert.True(await large.IsShownOut());
        Assert.Equal((1009, "a message has 1400 bytes at most"), large.Close);

        using var text = await Guest("text");
        await text.Send(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text);
        Assert.True(await text.IsShownOut());
        Assert.Equal((1003, "messages are binary"), text.Close);
    }

    [Fact]
    public async Task Who_floods_the_chat_is_refused_and_then_shown_out()
    {
        using var flood = await Guest("flood");
        using var reader = await Guest("flood-reader");
        try
        {
            for (var i = 0; i < 100; i++)
            {
                await flood.Say($"flood {i}");
            }
        }
        catch (WebSocketException)
        {
            // Shown out before all was said.
        }

        Assert.True(await flood.IsShownOut());
        Assert.Equal((4420, "more than 5 messages a second are not read"), flood.Close);

        // Three lines came through, the house goes on.
        await reader.ReadLine("flood 2");
        await reader.Say("well");
        Assert.IsType<ChatLine>(await reader.Read());
    }

    [Fact]
    public async Task Where_there_is_no_performance_there_is_no_chat()
    {
        using var nowhere = await HouseSeat.Take(Theatre, "no-such-performance", key: Key("nowhere"), door: "chat");
        Assert.True(await nowhere.IsShownOut());
        Assert.Equal(4404, (int?)nowhere.CloseStatus);
    }

    private static string Key(string guest) => $"chat-key-of-{guest}-0000";

    private Task<ChatSeat> Guest(string name) => ChatSeat.Take(Theatre, Key(name));
}

using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.House.Tests;

public sealed class VoiceTrackTests
{
    private readonly VoiceTrack _track = new();
    private uint _sequence;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_said_in_a_turn_comes_to_every_listener_in_one_message_with_the_same_bytes()
    {
        var (one, other) = (_track.Listen(isGuest: true), _track.Listen(isGuest: false));
        Say(3);
        _track.Publish(toGuests: true);

        var heard = await Next(one);

        Assert.Equal(1u, heard.Number);
        var voices = MessagePackSerializer.Deserialize<HouseVoices>(heard.Bytes, ContractResolver.Options, Cancel);
        Assert.Equal(1u, voices.Number);
        Assert.Equal([1, 2, 3], voices.Voices.Select(voice => voice.Sequence));
        Assert.Same(heard, await Next(other));
    }

    [Fact]
    public async Task Nothing_is_kept_while_nobody_listens_and_nothing_is_sent_when_nothing_was_said()
    {
        Say(5);
        var listener = _track.Listen(isGuest: true);
        _track.Publish(toGuests: true);
        Say(1);
        _track.Publish(toGuests: true);
        _track.Publish(toGuests: true);

        Assert.Equal(6u, Assert.Single(SequencesOf(await Next(listener))));
        Assert.False(listener.TryTake(out _));
    }

    [Fact]
    public async Task While_the_doors_are_closed_guests_hear_nothing()
    {
        var (guest, member) = (_track.Listen(isGuest: true), _track.Listen(isGuest: false));
        Say(1);
        _track.Publish(toGuests: false);
        await Next(member);
        Say(1);
        _track.Publish(toGuests: true);

        Assert.Equal(2u, (await Next(guest)).Number);
    }

    [Fact]
    public async Task Who_acknowledges_nothing_is_sent_a_few_messages_and_goes_on_with_what_is_said_then()
    {
        var (deaf, attentive) = (_track.Listen(isGuest: true), _track.Listen(isGuest: true));
        var taken = new List<uint>();
        for (var message = 1u; message <= 100; message++)
        {
            Say(1);
            _track.Publish(toGuests: true);
            attentive.Acknowledge((await Next(attentive)).Number);
            if (deaf.TryTake(out var voices))
            {
                taken.Add(voices.Number);
            }
        }

        Assert.InRange(taken.Count, VoiceListener.Credit, VoiceListener.Credit);
        deaf.Acknowledge(taken[^1]);
        Say(1);
        _track.Publish(toGuests: true);
        Assert.Equal(101u, (await Next(deaf)).Number);
    }

    [Fact]
    public async Task Of_what_is_not_sent_at_once_the_newest_waits()
    {
        var (slow, attentive) = (_track.Listen(isGuest: true), _track.Listen(isGuest: true));
        for (var message = 1; message <= 50; message++)
        {
            Say(1);
            _track.Publish(toGuests: true);
            attentive.Acknowledge((await Next(attentive)).Number);
        }

        Assert.InRange((await Next(slow)).Number, 50u - VoiceListener.MostWaiting, 50u);
    }

    [Fact]
    public async Task A_turn_in_which_everybody_shouts_has_a_limit()
    {
        var listener = _track.Listen(isGuest: true);
        Say(1000);
        _track.Publish(toGuests: true);

        var heard = await Next(listener);

        Assert.InRange(heard.Bytes.Length, VoiceTrack.MostBytes / 2, VoiceTrack.MostBytes + 16);
        Assert.Equal(Enumerable.Range(1, SequencesOf(heard).Length).Select(number => (uint)number), SequencesOf(heard));
    }

    [Fact]
    public async Task Who_leaves_waits_for_nothing_any_more()
    {
        var listener = _track.Listen(isGuest: true);
        var waiting = listener.WaitAsync();
        Assert.Equal(1, _track.Listeners);

        _track.Leave(listener);

        Assert.False(await waiting);
        Assert.Equal(0, _track.Listeners);
    }

    private static uint[] SequencesOf(EncodedVoices voices) =>
        [.. MessagePackSerializer.Deserialize<HouseVoices>(voices.Bytes, ContractResolver.Options, Cancel).Voices.Select(voice => voice.Sequence)];

    private static async Task<EncodedVoices> Next(VoiceListener listener)
    {
        EncodedVoices? voices;
        while (!listener.TryTake(out voices))
        {
            Assert.True(await listener.WaitAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancel));
        }

        return voices;
    }

    private void Say(int frames)
    {
        for (; frames > 0; frames--)
        {
            _track.Add(MessagePackSerializer.Serialize(
                new VoiceHeard(1, ++_sequence, 0, VoiceChannel.Stage, [0xf8, 1, 2]), ContractResolver.Options, Cancel));
        }
    }
}

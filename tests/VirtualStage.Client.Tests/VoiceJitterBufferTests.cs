namespace VirtualStage.Client.Tests;

public sealed class VoiceJitterBufferTests
{
    private const uint First = 1000;

    private readonly VoiceJitterBuffer _buffer = new(depth: 3);

    [Fact]
    public void A_phrase_begins_when_a_few_frames_are_there_and_goes_on_without_a_gap()
    {
        Assert.Equal(VoicePiece.Silence, Take().Piece);
        for (var frame = 0u; frame < 500; frame++)
        {
            Put(First + frame);
            var (piece, sequence) = Take();
            Assert.Equal(frame < 2 ? (VoicePiece.Silence, 0u) : (VoicePiece.Packet, First + frame - 2), (piece, sequence));
        }
    }

    [Fact]
    public void A_word_shorter_than_the_wait_is_heard_all_the_same()
    {
        Put(First);

        Assert.Equal([VoicePiece.Silence, VoicePiece.Silence, VoicePiece.Packet], Pieces(3));
    }

    [Fact]
    public void Frames_that_overtook_each_other_come_out_in_order()
    {
        Put(First + 1, First, First + 3, First + 2);

        Assert.Equal([First, First + 1, First + 2, First + 3], Enumerable.Range(0, 4).Select(_ => Take().Sequence));
    }

    [Fact]
    public void What_is_lost_is_glossed_over_and_what_follows_keeps_its_time()
    {
        Put(First, First + 1, First + 2, First + 5);

        Assert.Equal(
            [VoicePiece.Packet, VoicePiece.Packet, VoicePiece.Packet, VoicePiece.Lost, VoicePiece.Lost, VoicePiece.Packet], Pieces(6));
    }

    [Fact]
    public void Duplicates_and_what_is_late_are_not_taken()
    {
        Put(First, First + 1, First + 2);
        Assert.False(_buffer.Put(First + 1, [1]));
        Take();
        Assert.False(_buffer.Put(First, [1]));
        Assert.Equal(2, _buffer.Count);
    }

    [Fact]
    public void At_the_end_of_a_phrase_it_falls_silent_and_the_next_phrase_waits_again()
    {
        Put(First, First + 1, First + 2);
        Assert.Equal(
            [VoicePiece.Packet, VoicePiece.Packet, VoicePiece.Packet, VoicePiece.Lost, VoicePiece.Lost, VoicePiece.Lost, VoicePiece.Silence, VoicePiece.Silence],
            Pieces(8));

        Put(First + 50);
        Assert.Equal(VoicePiece.Silence, Take().Piece);
        Put(First + 51, First + 52);
        Assert.Equal((VoicePiece.Packet, First + 50), Take());
    }

    [Theory]
    [InlineData(First + 100_000)]
    [InlineData(3u)]
    public void A_speaker_who_counts_anew_is_heard_anew(uint sequence)
    {
        Put(First, First + 1, First + 2);
        Take();

        Put(sequence, sequence + 1, sequence + 2);

        Assert.Equal((VoicePiece.Packet, sequence), Take());
        Assert.Equal(2, _buffer.Count);
    }

    [Fact]
    public void Sequence_numbers_may_pass_their_end()
    {
        Put(uint.MaxValue - 1, uint.MaxValue, 0, 1);

        Assert.Equal([uint.MaxValue - 1, uint.MaxValue, 0, 1], Enumerable.Range(0, 4).Select(_ => Take().Sequence));
    }

    [Fact]
    public void Whatever_comes_frames_go_out_in_order_none_twice_and_no_more_wait_than_there_is_room_for()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var depth = 1 + (seed % 8);
            var buffer = new VoiceJitterBuffer(depth);
            var last = -1L;
            var taken = 0;
            var arrivals = Enumerable.Range(0, 400)
                .Where(_ => random.Next(20) > 0)
                .SelectMany(frame => Enumerable.Repeat(frame, random.Next(10) == 0 ? 2 : 1))
                .ToLookup(frame => frame + random.Next(6));
            for (var turn = 0; turn < 420; turn++)
            {
                foreach (var frame in arrivals[turn])
                {
                    buffer.Put((uint)frame, BitConverter.GetBytes((uint)frame));
                    Assert.InRange(buffer.Count, 0, VoiceJitterBuffer.Capacity);
                }

                if (buffer.Take(out var packet) == VoicePiece.Packet)
                {
                    var sequence = BitConverter.ToUInt32(packet!);
                    Assert.True(sequence > last, $"seed {seed}: {sequence} after {last}");
                    (last, taken) = (sequence, taken + 1);
                }
            }

            // Who waits as long as the network takes hears all that was not lost: 19 of 20.
            Assert.InRange(taken, depth > 6 ? 350 : 100, 400);
        }
    }

    private void Put(params uint[] sequences)
    {
        foreach (var sequence in sequences)
        {
            Assert.True(_buffer.Put(sequence, BitConverter.GetBytes(sequence)));
        }
    }

    private (VoicePiece Piece, uint Sequence) Take()
    {
        var piece = _buffer.Take(out var packet);
        return (piece, packet is null ? 0 : BitConverter.ToUInt32(packet));
    }

    private VoicePiece[] Pieces(int count) => [.. Enumerable.Range(0, count).Select(_ => Take().Piece)];
}

using System.IO.Hashing;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Tests;

public sealed class DamageTests
{
    private const int Mutations = 3000;

    [Fact]
    public void A_write_that_was_cut_off_at_any_byte_loses_what_was_not_whole_and_no_more()
    {
        var blocks = Tape.Blocks(4).ToList();
        var whole = new MemoryStream();
        var file = RecordingFile.Open(whole);
        var ends = new List<long> { whole.Length };
        foreach (var block in blocks)
        {
            file.Append(block);
            ends.Add(whole.Length);
        }

        file.Close();
        var bytes = whole.ToArray();
        var written = ends[^1];

        // From the block before the last second to the end of the index.
        for (var length = ends[^6]; length < bytes.Length; length++)
        {
            var torn = new MemoryStream();
            torn.Write(bytes, 0, (int)length);
            var kept = ends.Count(end => end <= length) - 1;

            var goneOn = RecordingFile.Open(torn);
            Assert.Equal(length < written ? ends[kept] : Math.Max(written, goneOn.Length), goneOn.Length);
            goneOn.Append(blocks[^1]);
            goneOn.Close();

            using var recording = Recording.Open(torn);
            Assert.True(recording.Index.IsClosed);
            Assert.Equal(0, RecordingCheck.Check(torn).Damaged);
            var expected = blocks.Take(Math.Min(kept, blocks.Count)).Append(blocks[^1]);
            Assert.Equal(
                expected.Where(block => block.Header.Kind == BlockKind.Stage && block.Header.Flags == BlockTraits.Keyframe).Select(block => block.Header.FromMs),
                recording.Index.Keyframes.Select(block => block.Header.FromMs));
        }
    }

    [Fact]
    public void Bytes_that_changed_are_found_and_everything_else_is_kept()
    {
        var bytes = Tape.Of(6);
        var scan = new BlockScan(new MemoryStream(bytes));
        var blocks = scan.From(FileStart.Size).Select(part => part.Block!.Value).ToList();
        var random = new Random(20);
        for (var i = 0; i < Mutations; i++)
        {
            var at = random.Next(bytes.Length);
            var changed = bytes.ToArray();
            changed[at] ^= (byte)(1 << random.Next(8));
            var hit = blocks.FindIndex(block => at >= block.Offset && at < block.End);
            var file = new MemoryStream(changed, 0, changed.Length, writable: true, publiclyVisible: true);
            var allocated = GC.GetAllocatedBytesForCurrentThread();

            var report = RecordingCheck.Check(file);
            Read(file);

            // Versions and what is kept for later at the file's start may say anything.
            Assert.True(hit < 0 || report.Damaged > 0, $"byte {at} of block {hit}");
            Assert.All(report.Problems.Where(_ => hit >= 0), problem => Assert.InRange(problem.Offset, blocks[hit].Offset, blocks[hit].End));
            var repaired = new MemoryStream();
            var (kept, _) = RecordingCopy.Repair(file, repaired);
            var content = blocks.Where((block, number) => number != hit && block.Header.Kind is not (BlockKind.Index or BlockKind.End)).ToList();
            Assert.Equal(content.Count, kept);
            var bytesKept = new BlockScan(repaired).From(FileStart.Size).Select(part => part.Header!.Value.Checksum).ToHashSet();
            Assert.All(content, block => Assert.Contains(block.Header.Checksum, bytesKept));
            Assert.Equal(0, RecordingCheck.Check(repaired).Damaged);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 64 << 20);
        }
    }

    [Fact]
    public void Whatever_a_file_is_made_of_it_is_read_or_refused()
    {
        var random = new Random(21);
        var bytes = Tape.Of(4);
        for (var i = 0; i < Mutations; i++)
        {
            var changed = bytes.ToArray();
            for (var hits = random.Next(1, 60); hits > 0; hits--)
            {
                var (at, length) = (random.Next(changed.Length), random.Next(1, 40));
                random.NextBytes(changed.AsSpan(at, Math.Min(length, changed.Length - at)));
            }

            // Headers that lie, with checksums that fit.
            foreach (var part in new BlockScan(new MemoryStream(bytes)).From(FileStart.Size).Where(_ => random.Next(3) == 0))
            {
                var header = part.Header!.Value with
                {
                    Kind = (BlockKind)random.Next(12),
                    RawLength = random.Next(BlockHeader.MostBytes),
                    Length = random.Next(4) == 0 ? random.Next(BlockHeader.MostBytes) : part.Header.Value.Length,
                    FromMs = random.NextInt64(RecordingLimits.MostMs),
                };
                header = header with { UntilMs = header.FromMs + random.Next(5000) };
                var written = changed.AsSpan((int)part.Offset + BlockHeader.Size, part.Header.Value.Length);
                (header with { Checksum = Crc32.HashToUInt32(written) }).Write(changed.AsSpan((int)part.Offset));
            }

            var file = new MemoryStream(changed[..random.Next(changed.Length + 1)]);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            Read(file);
            RecordingCheck.Check(file);
            Repair(file);
            GoOn(file);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1L << 30);
        }
    }

    [Fact]
    public void A_block_that_unpacks_to_more_than_it_says_is_damaged()
    {
        var bomb = EncodedBlock.Of(BlockKind.Marks, BlockTraits.None, 0, 0, new byte[BlockHeader.MostBytes], isPacked: true);
        var bytes = bomb.Bytes.ToArray();
        (bomb.Header with { RawLength = 100 }).Write(bytes);
        var file = new MemoryStream();
        Tape.Record(file, 2);
        file.Write(bytes);

        var problem = Assert.Single(RecordingCheck.Check(file).Problems);

        Assert.Equal((file.Length - bytes.Length, BlockKind.Marks, "it does not unpack to what its header says"), (problem.Offset, problem.Kind, problem.Words));
    }

    [Fact]
    public void A_file_of_something_else_is_refused_in_words()
    {
        byte[][] foreign = [[], [1], [0x89, .. "PNG\r\n\x1A\n\0\0\0\rIHDR"u8], [.. "WEBVTT\n\n00:00.000 --> 00:01.000\nHello"u8], new byte[100_000]];
        foreach (var bytes in foreign)
        {
            Assert.Contains("is no recording", Assert.Throws<InvalidDataException>(() => Tape.Open(bytes)).Message);
            Assert.Throws<InvalidDataException>(() => RecordingCopy.Repair(new MemoryStream(bytes), new MemoryStream()));
            Assert.NotEqual(0, RecordingCheck.Check(new MemoryStream(bytes)).Damaged);
        }

        var newer = Tape.Of(2);
        newer[10] = 2;
        Assert.Contains("take a newer VirtualStage", Assert.Throws<InvalidDataException>(() => Tape.Open(newer)).Message);
        Assert.Throws<InvalidDataException>(() => RecordingFile.Open(new MemoryStream([.. new byte[100]])));
    }

    [Fact]
    public void A_recording_whose_start_is_lost_can_be_repaired()
    {
        var repaired = new MemoryStream();

        RecordingCopy.Repair(new MemoryStream(Tape.Of(6)[150..]), repaired);

        using var recording = Recording.Open(repaired);
        Assert.InRange(recording.Index.KeyframeCount, 5, 6);
    }

    private static void Read(Stream file)
    {
        try
        {
            var recording = Recording.Open(file);
            Tape.Pieces(recording);
            recording.Plan(1);
            WebVtt.Of(recording.Index);
        }
        catch (InvalidDataException)
        {
            // Said in words.
        }
    }

    private static void Repair(Stream file)
    {
        try
        {
            RecordingCopy.Repair(file, new MemoryStream());
        }
        catch (InvalidDataException)
        {
            // Nothing was left.
        }
    }

    private static void GoOn(Stream file)
    {
        var copy = new MemoryStream();
        file.Position = 0;
        file.CopyTo(copy);
        try
        {
            Tape.Record(copy, 1, fromMs: 500);
        }
        catch (InvalidDataException)
        {
            // None that can be gone on with.
        }
    }
}

namespace VirtualStage.Recordings.Tests;

public sealed class FullDiskTests
{
    [Fact]
    public void Whenever_the_disk_is_full_the_file_stays_readable_and_goes_on_when_there_is_room()
    {
        var length = Tape.Of(3, isClosed: false).Length;
        for (var quota = 100L; quota < length; quota += 37)
        {
            var disk = new QuotaStream(quota);
            var file = RecordingFile.Open(disk);
            var blocks = Tape.Blocks(3).ToList();
            var written = blocks.TakeWhile(block => TryAppend(file, block)).Count();
            Assert.InRange(written, 0, blocks.Count - 1);
            Assert.Equal(file.Length, disk.Length);
            Assert.False(TryAppend(file, blocks[written]));

            disk.Quota = long.MaxValue;
            foreach (var block in blocks.Skip(written))
            {
                file.Append(block);
            }

            file.Close();
            Assert.Equal(0, RecordingCheck.Check(disk).Damaged);
            using var recording = Recording.Open(disk);
            Assert.Equal(3, recording.Index.KeyframeCount);
        }
    }

    private static bool TryAppend(RecordingFile file, Blocks.EncodedBlock block)
    {
        try
        {
            file.Append(block);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

namespace VirtualStage.Matting.Output;

/// <summary>Bytes of one picture; the room grows when a larger one comes, and is kept.</summary>
internal sealed class JpegBuffer
{
    private byte[] _room = [];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _room.AsMemory(0, _length);

    public void Set(ReadOnlySpan<byte> bytes)
    {
        if (_room.Length < bytes.Length)
        {
            _room = GC.AllocateUninitializedArray<byte>(bytes.Length + (bytes.Length / 2));
        }

        bytes.CopyTo(_room);
        _length = bytes.Length;
    }
}

using System.Runtime.InteropServices;

namespace VirtualStage.Matting.Memory;

/// <summary>Memory outside of the managed heap, aligned for vectors and cleared at the start. Networks read and write it in place.</summary>
internal sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    private const nuint Alignment = 64;

    public NativeBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        Data = (T*)NativeMemory.AlignedAlloc((nuint)length * (nuint)sizeof(T), Alignment);
        Span.Clear();
    }

    ~NativeBuffer() => Free();

    public T* Data { get; private set; }

    public int Length { get; }

    public Span<T> Span => new(Data, Length);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Data);
        Data = null;
    }
}

namespace VirtualStage.Matting.Networks;

/// <summary>A network made ready for one size of input: what is to be read stands in its own memory, and so does what it says.</summary>
internal unsafe interface INetworkRun : IDisposable
{
    float* Input { get; }

    float* Output { get; }

    void Run();
}

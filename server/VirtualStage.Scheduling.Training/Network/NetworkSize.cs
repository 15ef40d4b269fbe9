namespace VirtualStage.Scheduling.Training.Network;

/// <summary>A small transformer: as many layers as the pipeline's chunks have, each attention and MLP.</summary>
/// <param name="Context">Characters that a sequence has.</param>
/// <param name="Sequences">Sequences of a micro-batch.</param>
public sealed record NetworkSize(int Layers, int Vocabulary, int Width = 64, int Heads = 4, int Context = 32, int Sequences = 4)
{
    public int Hidden => 4 * Width;

    public int HeadWidth => Width / Heads;

    /// <summary>Characters of a micro-batch.</summary>
    public int Rows => Context * Sequences;

    /// <exception cref="ScheduleException">The sizes do not fit each other or the ranks; the message says which.</exception>
    public void Check(int ranks)
    {
        if (Width % Heads != 0)
        {
            throw new ScheduleException($"a width of {Width} does not part into {Heads} heads");
        }

        if (ranks < 1 || Heads % ranks != 0)
        {
            throw new ScheduleException($"{Heads} heads do not part into {ranks} tensor-parallel ranks");
        }
    }
}

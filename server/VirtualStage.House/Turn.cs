namespace VirtualStage.House;

/// <summary>
/// Work that one thread does at a time, and that nobody waits for: who finds it taken leaves a sign and goes, and whoever is
/// at it does it once more. To be kept in a field that is not read-only.
/// </summary>
internal struct Turn
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int TakenWithNews = 2;
    private const int Over = 3;

    private int _state;

    /// <summary>True for who is to do the work, beginning with <see cref="Begin"/>.</summary>
    public bool TryTake()
    {
        while (true)
        {
            var state = Interlocked.CompareExchange(ref _state, Taken, Free);
            if (state == Free)
            {
                return true;
            }

            if (state != Taken || Interlocked.CompareExchange(ref _state, TakenWithNews, Taken) == Taken)
            {
                return false;
            }
        }
    }

    /// <summary>News until now are in the work that begins.</summary>
    /// <remarks>
    /// A full fence: with less, the work could read what it looks at before others see that it began. Who came with news in
    /// between would find the sign of former news still there, and go; and theirs were lost.
    /// </remarks>
    public void Begin() => Interlocked.Exchange(ref _state, Taken);

    /// <summary>False when there is news: then the work is to be begun again.</summary>
    public bool TryGiveBack() => Interlocked.CompareExchange(ref _state, Free, Taken) == Taken;

    /// <summary>Nobody takes it any more. By who has it.</summary>
    public void End() => Volatile.Write(ref _state, Over);
}

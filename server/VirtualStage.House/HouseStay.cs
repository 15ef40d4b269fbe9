namespace VirtualStage.House;

/// <summary>A place in the house that somebody is in, until disposed.</summary>
public sealed class HouseStay : IDisposable
{
    private readonly HousePlaces _places;
    private readonly HousePlace? _place;
    private readonly TaskCompletionSource _displaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="place">Null for one without a key.</param>
    internal HouseStay(HousePlaces places, HousePlace? place) => (_places, _place) = (places, place);

    /// <summary>Completes when somebody came with the same key: the place is theirs.</summary>
    public Task Displaced => _displaced.Task;

    internal void Displace() => _displaced.TrySetResult();

    public void Dispose() => _places.Go(_place);
}

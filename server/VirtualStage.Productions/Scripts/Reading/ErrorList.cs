namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Collects what is wrong in one file while reading goes on.</summary>
internal sealed class ErrorList(string file)
{
    private const int Most = 1000;
    private const int MostWithSuggestions = 200;

    private readonly List<ProductionError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    /// <summary>True when something is wrong at a place.</summary>
    public bool Has(Place place) => _errors.Exists(error => error.Line == place.Line && error.Column == place.Column);

    /// <summary>False once there are so many errors that looking for likely names would take long.</summary>
    public bool WantsSuggestions => _errors.Count < MostWithSuggestions;

    /// <summary>The errors in the order of their lines.</summary>
    public IReadOnlyList<ProductionError> InOrder =>
        [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    public void Add(Place place, string message)
    {
        if (_errors.Count < Most) _errors.Add(new ProductionError(file, place.Line, place.Column, message));
        else if (_errors.Count == Most) _errors.Add(new ProductionError(file, 0, 0, $"more than {Most} errors; mend these first"));
    }
}

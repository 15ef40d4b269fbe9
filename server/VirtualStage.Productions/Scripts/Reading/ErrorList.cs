namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Collects what is wrong in one file while reading goes on.</summary>
internal sealed class ErrorList(string file)
{
    private const int Most = 1000;
    private const int MostWithSuggestions = 200;

    private readonly List<ProductionError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    /// <summary>True when something is wrong at a place.</summary>
    public bool Has(Place place) => _errors.Exists(error => error.File == file && error.Line == place.Line && error.Column == place.Column);

    /// <summary>False once there are so many errors that looking for likely names would take long.</summary>
    public bool WantsSuggestions => _errors.Count < MostWithSuggestions;

    /// <summary>The errors in the order of their lines; those of this file first.</summary>
    public IReadOnlyList<ProductionError> InOrder =>
        [.. _errors.OrderBy(error => error.File != file).ThenBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column)];

    public void Add(Place place, string message) => Add(new ProductionError(file, place.Line, place.Column, message));

    /// <summary>Takes over what is wrong in another file that belongs to this one.</summary>
    public void Include(ErrorList other)
    {
        foreach (var error in other.InOrder) Add(error);
    }

    private void Add(ProductionError error)
    {
        if (_errors.Count < Most) _errors.Add(error);
        else if (_errors.Count == Most) _errors.Add(new ProductionError(file, 0, 0, $"more than {Most} errors; mend these first"));
    }
}

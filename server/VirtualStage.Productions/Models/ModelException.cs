namespace VirtualStage.Productions.Models;

/// <summary>A file is no model that a stage can show; the message says what is wrong with it and what to do.</summary>
public sealed class ModelException(string problem) : Exception(problem);

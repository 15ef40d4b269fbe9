#if !NET5_0_OR_GREATER
namespace System.Runtime.CompilerServices
{
    /// <summary>Lets C# 9 records compile where the framework lacks this marker (Unity, netstandard2.1).</summary>
    internal static class IsExternalInit
    {
    }
}
#endif

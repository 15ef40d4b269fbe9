using System.Threading;
using System.Threading.Tasks;
using UnityEngine;

namespace VirtualStage.Unity
{
    /// <summary>
    /// Makes objects of the production's models. Give <see cref="StageModels.Loader"/> one that wraps the glTF importer of
    /// your choice; without one, primitives are drawn.
    /// </summary>
    public interface IModelLoader
    {
        /// <summary>Makes an object of a model's file: metres, its origin where the file has it, X turned as Unity's importers do. Called on Unity's main thread.</summary>
        /// <param name="glb">A whole binary glTF 2.0 file, as the theatre has checked it. Not to be changed.</param>
        /// <returns>An object of its own for each call; null for a file that cannot be shown: the primitives stay.</returns>
        Task<GameObject?> Load(byte[] glb, CancellationToken cancel);
    }
}

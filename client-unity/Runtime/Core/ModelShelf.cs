using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>The files of models, each fetched once. To be used from one thread.</summary>
    public sealed class ModelShelf
    {
        private readonly Func<ModelInfo, CancellationToken, Task<byte[]>> _fetch;
        private readonly Dictionary<string, Task<byte[]>> _files = new Dictionary<string, Task<byte[]>>();

        /// <param name="fetch">Such as <see cref="TheatreDoor.Model"/>.</param>
        public ModelShelf(Func<ModelInfo, CancellationToken, Task<byte[]>> fetch)
        {
            _fetch = fetch;
        }

        /// <summary>A model's file. What could not be had is asked for again the next time.</summary>
        /// <exception cref="TheatreException">It cannot be had; the message says why.</exception>
        public Task<byte[]> Take(ModelInfo model, CancellationToken cancel)
        {
            if (!_files.TryGetValue(model.Hash, out var file) || file.IsFaulted || file.IsCanceled)
            {
                file = _fetch(model, cancel);
                _files[model.Hash] = file;
            }

            return file;
        }
    }
}

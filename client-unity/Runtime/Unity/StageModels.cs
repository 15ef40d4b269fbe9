using System;
using System.Threading;
using UnityEngine;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>Draws set pieces, props and costumes as the production's models, where a loader is given.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class StageModels : MonoBehaviour
    {
        private readonly CancellationTokenSource _end = new CancellationTokenSource();
        private StageConnection? _connection;

        /// <summary>Makes objects of files. Set it before the connection enters; null draws primitives.</summary>
        public IModelLoader? Loader { get; set; }

        /// <summary>Loads a model under a transform.</summary>
        /// <param name="model">Null for nothing.</param>
        /// <param name="shown">Called when it stands there: what was drawn in its place can go. Never called when it cannot be had.</param>
        public async void Put(ModelInfo? model, Transform parent, Action<Transform> shown)
        {
            if (model == null || Loader == null || _connection == null)
            {
                return;
            }

            try
            {
                var made = await Loader.Load(await _connection.Model(model), _end.Token);
                if (made == null)
                {
                    return;
                }

                // Whoever it was for may be gone by now.
                if (parent == null)
                {
                    Destroy(made);
                    return;
                }

                made.transform.SetParent(parent, false);
                shown(made.transform);
            }
            catch (OperationCanceledException)
            {
                // The scene ended meanwhile.
            }
#pragma warning disable CA1031 // A loader is anybody's, and nothing on the stage ends because of a model.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Debug.LogWarning("A model cannot be shown, primitives stand for it: " + e.Message);
            }
        }

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
        }

        private void OnDestroy()
        {
            _end.Cancel();
        }
    }
}

using System;
using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Client;

namespace VirtualStage.Unity
{
    /// <summary>The performers on camera: a billboard for each, in time with the voices and the cast.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class StagePictures : MonoBehaviour
    {
        private readonly Dictionary<string, PerformerBillboard> _billboards = new Dictionary<string, PerformerBillboard>();
        private readonly List<string> _roles = new List<string>();
        private readonly List<string> _gone = new List<string>();
        private StageConnection? _connection;
        private PictureLine? _line;

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _connection.Entered += (plan, book) =>
            {
                _line?.Dispose();
                _line = new PictureLine(new Uri(_connection.Theatre), _connection.Performance, _connection.Ticket);
            };
        }

        private void LateUpdate()
        {
            if (_line == null || !(_connection?.Client is StageClient client) || client.Scene == null)
            {
                return;
            }

            var shownMs = (long)client.ShownMs;
            _line.RolesInto(_roles);
            foreach (var role in _roles)
            {
                if (!_billboards.ContainsKey(role))
                {
                    _billboards[role] = Create(role);
                }
            }

            foreach (var billboard in _billboards)
            {
                if (!_roles.Contains(billboard.Key))
                {
                    _gone.Add(billboard.Key);
                    continue;
                }

                if (_line.Take(billboard.Key, shownMs) is { } picture)
                {
                    billboard.Value.Show(picture);
                }

                billboard.Value.Place(client.Scene, shownMs);
            }

            foreach (var role in _gone)
            {
                Destroy(_billboards[role].gameObject);
                _billboards.Remove(role);
            }

            _gone.Clear();
        }

        private PerformerBillboard Create(string role)
        {
            var standing = new GameObject("performer " + role);
            standing.transform.SetParent(transform, false);
            var billboard = standing.AddComponent<PerformerBillboard>();
            billboard.Role = role;
            return billboard;
        }

        private void OnDestroy()
        {
            _line?.Dispose();
        }
    }
}

using System;
using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>Everybody on the stage: the own actor where it is predicted, the others a little in the past.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class StageCast : MonoBehaviour
    {
        private readonly Dictionary<ushort, ActorAvatar> _avatars = new Dictionary<ushort, ActorAvatar>();
        private readonly List<ushort> _left = new List<ushort>();
        private StageConnection? _connection;

        /// <summary>The own figure; null while it is not on.</summary>
        public ActorAvatar? Own { get; private set; }

        /// <summary>The figure of an actor; null when it is not on.</summary>
        public ActorAvatar? Find(ushort actor)
        {
            return _avatars.TryGetValue(actor, out var avatar) ? avatar : null;
        }

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _connection.SceneChanged += Name;
        }

        private void LateUpdate()
        {
            if (!(_connection?.Client is StageClient client) || client.Welcome == null)
            {
                return;
            }

            foreach (var track in client.World.Tracks)
            {
                if (track.IsOn)
                {
                    Show(client, track);
                }
                else
                {
                    _left.Add(track.Actor);
                }
            }

            foreach (var actor in _left)
            {
                if (_avatars.Remove(actor, out var avatar))
                {
                    Destroy(avatar.gameObject);
                }
            }

            _left.Clear();
        }

        private void Show(StageClient client, ActorTrack track)
        {
            if (!_avatars.TryGetValue(track.Actor, out var avatar))
            {
                avatar = ActorAvatar.Create(transform, track.Actor, LookOf(track.Actor, client.Scene), GetComponent<StageModels>());
                _avatars.Add(track.Actor, avatar);
                if (client.Scene != null)
                {
                    Name(client.Scene);
                }
            }

            if (track.Actor == client.Welcome!.Actor)
            {
                Own = avatar;
                avatar.Show(client.Self.Body, track.Newest.Emote);
            }
            else
            {
                avatar.Show(track.At(client.ShownMs));
            }

            avatar.LookAt(Find(track.Newest.LookAt)?.transform.position + (Vector3.up * 1.6f));
        }

        private void Name(StageScene scene)
        {
            foreach (var player in scene.Players)
            {
                if (!(Find(player.Actor) is ActorAvatar avatar))
                {
                    continue;
                }

                if (avatar.Look!.IsSameAs(LookOf(player.Actor, scene)))
                {
                    avatar.Call(player.Name);
                }
                else
                {
                    // Built anew in the next frame, in other clothes.
                    _avatars.Remove(player.Actor);
                    Destroy(avatar.gameObject);
                }
            }
        }

        private ActorLook LookOf(ushort actor, StageScene? scene)
        {
            return ActorLook.Of(scene == null ? null : Array.Find(scene.Players, one => one.Actor == actor), _connection!.Plan!);
        }
    }
}

using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Unity
{
    /// <summary>Walks the own actor by Unity's input axes, as the camera looks; runs with the left shift key.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class ActorControls : MonoBehaviour
    {
        [SerializeField] private Transform? look;

        private StageConnection? _connection;

        /// <summary>What says where ahead is, mostly the camera; null for as the house sees it.</summary>
        public Transform? Look
        {
            get { return look; }
            set { look = value; }
        }

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _connection.Wish = Wish;
        }

        private ActorInput Wish()
        {
            // As the house sees it ahead is upstage: that is to look away from the audience.
            var degrees = look == null ? 180 : -look.eulerAngles.y;
            return WalkWish.Of(
                Input.GetAxis("Horizontal"),
                Input.GetAxis("Vertical"),
                degrees,
                Input.GetKey(KeyCode.LeftShift),
                _connection!.Client!.Self.Body.Facing);
        }
    }
}

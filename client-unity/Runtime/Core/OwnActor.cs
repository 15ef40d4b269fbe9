using System;
using System.Collections.Generic;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>
    /// The client's own actor: it moves at once, by the same steps as on the stage, and is put right by each snapshot:
    /// from where the stage saw it, all inputs that the stage had not applied yet are taken again.
    /// </summary>
    public sealed class OwnActor
    {
        private const int MaxPending = 120;

        private readonly List<ActorInput> _pending = new List<ActorInput>();
        private ActorBody _body;
        private uint _firstPending = 1;

        public OwnActor(StageGround ground)
        {
            Ground = ground;
        }

        /// <summary>What it walks on; another one when the plan is another one.</summary>
        public StageGround Ground { get; set; }

        /// <summary>True while a fight moves the body: inputs are taken, and move nothing.</summary>
        public bool IsHeld { get; set; }

        /// <summary>Where the actor is, by prediction.</summary>
        public ActorBody Body
        {
            get { return _body; }
        }

        /// <summary>How far the stage put the actor from where it was thought to be, the last time. Metres.</summary>
        public double CorrectedBy { get; private set; }

        /// <summary>Takes an input and moves by it at once.</summary>
        public void Move(ActorInput input)
        {
            if (_pending.Count == MaxPending)
            {
                // The stage has not answered for seconds: what is that old will not be applied.
                _pending.RemoveAt(0);
                _firstPending++;
            }

            _pending.Add(input);
            Apply(input);
        }

        /// <summary>Another connection begins: the body stands where it is, and inputs count from 1.</summary>
        public void StartAnew()
        {
            _pending.Clear();
            _firstPending = 1;
        }

        /// <summary>The newest inputs that the stage has not confirmed, to be sent (again); null when there are none.</summary>
        /// <param name="ackedTick">Tick of the newest snapshot that came.</param>
        /// <param name="ackedBits">Which of the ticks before it a snapshot came of.</param>
        public ActorInputs? Unconfirmed(uint ackedTick, uint ackedBits)
        {
            if (_pending.Count == 0)
            {
                return null;
            }

            var skipped = _pending.Count > ActorInputs.MaxInputs ? _pending.Count - ActorInputs.MaxInputs : 0;
            return new ActorInputs(
                _firstPending + (uint)skipped, _pending.GetRange(skipped, _pending.Count - skipped).ToArray(), ackedTick, ackedBits);
        }

        /// <summary>Takes what the stage says: the actor's pose after a certain input.</summary>
        public void Correct(ActorPose pose, uint lastInput)
        {
            while (_pending.Count > 0 && _firstPending <= lastInput)
            {
                _pending.RemoveAt(0);
                _firstPending++;
            }

            var predicted = _body;
            _body = ActorBody.Of(pose);
            foreach (var input in _pending)
            {
                Apply(input);
            }

            var (x, y, z) = (_body.X - predicted.X, _body.Y - predicted.Y, _body.Z - predicted.Z);
            CorrectedBy = Math.Sqrt((x * x) + (y * y) + (z * z));
        }

        private void Apply(ActorInput input)
        {
            for (var tick = 0; tick < input.Ticks && !IsHeld; tick++)
            {
                Movement.Step(ref _body, input, Ground);
            }
        }
    }
}

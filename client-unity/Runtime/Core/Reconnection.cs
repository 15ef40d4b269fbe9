using System;
using System.Threading;
using System.Threading.Tasks;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client
{
    /// <summary>
    /// The way back after a connection was lost: asks the application for a new session, again and again with a growing
    /// pause, until there is one or it took too long. It has no clock and no thread: the client steps it.
    /// </summary>
    public sealed class Reconnection : IDisposable
    {
        /// <summary>An answer that takes longer than this is not waited for: the network may have come back meanwhile.</summary>
        public const long AnswerWithinMs = 2000;

        /// <summary>After so long the client gives up.</summary>
        public const long GiveUpAfterMs = 120_000;

        private const long FirstPauseMs = 50;
        private const long LongestPauseMs = 500;

        private readonly Func<CancellationToken, Task<StageSession?>> _ask;
        private CancellationTokenSource? _cancel;
        private Task<StageSession?>? _asking;
        private long? _lostMs;
        private long _askMs;
        private long _pauseMs;

        /// <param name="ask">
        /// Exchanges the ticket for a new session in the same role; null when the theatre does not let the actor in any more.
        /// </param>
        public Reconnection(Func<CancellationToken, Task<StageSession?>> ask)
        {
            _ask = ask;
        }

        /// <summary>What a step came to.</summary>
        public enum Outcome
        {
            /// <summary>Nothing yet.</summary>
            Waits,

            /// <summary>There is a session to knock with.</summary>
            Session,

            /// <summary>The theatre does not let the actor in any more.</summary>
            Refused,

            /// <summary>It took too long.</summary>
            GaveUp,
        }

        /// <summary>The connection was lost, or the new session led nowhere.</summary>
        public void Begin(long nowMs)
        {
            if (_lostMs is null)
            {
                _lostMs = nowMs;
                _pauseMs = FirstPauseMs;
                _askMs = nowMs;
            }
            else
            {
                Pause(nowMs);
            }
        }

        /// <summary>Goes on; to be called while there is neither a connection nor a session to knock with.</summary>
        public Outcome Step(long nowMs, out StageSession? session)
        {
            session = null;
            if (nowMs - _lostMs > GiveUpAfterMs)
            {
                return Outcome.GaveUp;
            }

            if (_asking is null)
            {
                if (nowMs >= _askMs)
                {
                    Ask(nowMs);
                }

                return Outcome.Waits;
            }

            if (!_asking.IsCompleted)
            {
                if (nowMs - _askMs > AnswerWithinMs)
                {
                    Abandon();
                    Pause(nowMs);
                }

                return Outcome.Waits;
            }

            var asked = _asking;
            Abandon();
            if (asked.Status != TaskStatus.RanToCompletion)
            {
                Pause(nowMs);
                return Outcome.Waits;
            }

            session = asked.Result;
            return session is null ? Outcome.Refused : Outcome.Session;
        }

        /// <summary>The actor is back.</summary>
        public void End()
        {
            Abandon();
            _lostMs = null;
        }

        public void Dispose()
        {
            Abandon();
        }

        private void Ask(long nowMs)
        {
            _askMs = nowMs;
            _cancel = new CancellationTokenSource();
            try
            {
                _asking = _ask(_cancel.Token);
            }
            catch (Exception e)
            {
                _asking = Task.FromException<StageSession?>(e);
            }
        }

        private void Pause(long nowMs)
        {
            _askMs = nowMs + _pauseMs;
            _pauseMs = Math.Min(_pauseMs * 2, LongestPauseMs);
        }

        private void Abandon()
        {
            // Whatever becomes of it, somebody has looked at its exception.
            _asking?.ContinueWith(asked => asked.Exception, TaskContinuationOptions.OnlyOnFaulted);
            _asking = null;
            _cancel?.Cancel();
            _cancel?.Dispose();
            _cancel = null;
        }
    }
}

using System;

namespace VirtualStage.Client
{
    public sealed partial class StageClient
    {
        private void Lose(string reason)
        {
            _stage = null;
            _knocks = false;
            if (_reconnection is null || IsOver)
            {
                Disconnect(reason);
                return;
            }

            _reconnection.Begin(Clock.LocalMs);
            if (!IsLost)
            {
                IsLost = true;
                Lost?.Invoke(reason);
            }
        }

        private void ComeBack(long nowMs)
        {
            switch (_reconnection!.Step(nowMs, out var session))
            {
                case Reconnection.Outcome.Session:
                    // The stage counts inputs and snapshots of a new connection from the beginning.
                    World.Clear();
                    Self.StartAnew();
                    try
                    {
                        Connect(session!);
                    }
                    catch (Exception e) when (e is System.Net.Sockets.SocketException || e is ArgumentException)
                    {
                        Lose(e.Message);
                    }

                    break;
                case Reconnection.Outcome.Refused:
                    Disconnect("the theatre does not let you in any more");
                    break;
                case Reconnection.Outcome.GaveUp:
                    Disconnect("the connection was lost");
                    break;
            }
        }

        private void Return()
        {
            _reconnection?.End();
            if (IsLost)
            {
                IsLost = false;
                Back?.Invoke();
            }
        }
    }
}

using System;
using System.Collections.Generic;
using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Unity
{
    /// <summary>
    /// Hears the others from where they stand, and sends the own microphone while <see cref="Talks"/>. Without libopus it
    /// is silent and says so in the log.
    /// </summary>
    [RequireComponent(typeof(StageConnection), typeof(StageCast))]
    public sealed class StageVoice : MonoBehaviour
    {
        private const int SampleRate = 48000;

        private readonly Dictionary<ushort, SpeakerVoice> _speakers = new Dictionary<ushort, SpeakerVoice>();
        private readonly short[] _frame = new short[VoiceFrame.Samples];
        private readonly float[] _recorded = new float[VoiceFrame.Samples];
        private readonly byte[] _packet = new byte[VoiceFrame.MaxBytes];
        private StageConnection? _connection;
        private StageCast? _cast;
        private IVoiceCodec? _own;
        private AudioClip? _microphone;
        private int _read;
        private uint _sequence;

        /// <summary>True while the own voice is sent: push-to-talk, or always.</summary>
        public bool Talks { get; set; }

        /// <summary>Whom the own voice is for.</summary>
        public VoiceChannel Channel { get; set; } = VoiceChannel.Stage;

        /// <summary>Makes a codec: libopus, unless something else is set.</summary>
        public Func<IVoiceCodec> Codec { get; set; } = () => new OpusVoiceCodec();

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _cast = GetComponent<StageCast>();
            _connection.Entered += (_, __) => Open();
        }

        private void Open()
        {
            try
            {
                _own = Codec();
                _connection!.Client!.VoiceHeard += Hear;
                _microphone = Microphone.devices.Length > 0 ? Microphone.Start(null, true, 1, SampleRate) : null;
            }
            catch (VoiceCodecException e)
            {
                Debug.LogWarning("No voices: " + e.Message);
            }
        }

        private void Hear(VoiceHeard heard)
        {
            if (!_speakers.TryGetValue(heard.Actor, out var speaker))
            {
                speaker = SpeakerVoice.Create(_cast!.Find(heard.Actor)?.transform ?? transform, Codec());
                _speakers.Add(heard.Actor, speaker);
            }

            speaker.Put(heard.Sequence, heard.Data);
        }

        private void Update()
        {
            if (_microphone == null || _own == null || _connection?.Client?.Welcome == null)
            {
                return;
            }

            for (var waiting = Waiting(_microphone); waiting >= _recorded.Length; waiting -= _recorded.Length)
            {
                _microphone.GetData(_recorded, _read);
                _read = (_read + _recorded.Length) % _microphone.samples;
                _sequence++;
                if (Talks)
                {
                    Send();
                }
            }
        }

        private int Waiting(AudioClip microphone)
        {
            return (Microphone.GetPosition(null) - _read + microphone.samples) % microphone.samples;
        }

        private void Send()
        {
            for (var i = 0; i < _frame.Length; i++)
            {
                _frame[i] = (short)(Mathf.Clamp(_recorded[i], -1, 1) * short.MaxValue);
            }

            var length = _own!.Encode(_frame, _packet);
            var client = _connection!.Client!;
            client.SendVoice(_sequence, client.Clock.NowMs - VoiceFrame.Milliseconds, Channel, _packet.AsSpan(0, length).ToArray());
        }

        private void OnDestroy()
        {
            if (_microphone != null)
            {
                Microphone.End(null);
            }

            _own?.Dispose();
        }
    }
}

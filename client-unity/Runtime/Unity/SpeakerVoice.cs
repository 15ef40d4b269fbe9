using System;
using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Unity
{
    /// <summary>One speaker's voice, heard from where its figure stands.</summary>
    public sealed class SpeakerVoice : MonoBehaviour
    {
        private const int SampleRate = 48000;
        private const float FarMetres = 30;

        private readonly VoiceJitterBuffer _buffer = new VoiceJitterBuffer();
        private readonly short[] _frame = new short[VoiceFrame.Samples];
        private IVoiceCodec? _codec;
        private int _played = VoiceFrame.Samples;

        /// <summary>Makes a source of sound at a figure.</summary>
        /// <param name="codec">This speaker's own; it is disposed of with the voice.</param>
        public static SpeakerVoice Create(Transform figure, IVoiceCodec codec)
        {
            var voice = new GameObject("Voice").AddComponent<SpeakerVoice>();
            voice._codec = codec;
            voice.transform.SetParent(figure, false);
            voice.transform.localPosition = Vector3.up * 1.6f;
            var source = voice.gameObject.AddComponent<AudioSource>();
            source.spatialBlend = 1;
            source.maxDistance = FarMetres;
            source.loop = true;
            source.clip = AudioClip.Create("Voice", SampleRate, 1, SampleRate, true, voice.Read);
            source.Play();
            return voice;
        }

        /// <summary>Takes a packet that came.</summary>
        public void Put(uint sequence, byte[] packet)
        {
            lock (_buffer)
            {
                _buffer.Put(sequence, packet);
            }
        }

        /// <summary>On Unity's audio thread.</summary>
        private void Read(float[] samples)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                if (_played == _frame.Length)
                {
                    Next();
                    _played = 0;
                }

                samples[i] = _frame[_played++] / 32768f;
            }
        }

        private void Next()
        {
            VoicePiece piece;
            byte[]? packet;
            lock (_buffer)
            {
                piece = _buffer.Take(out packet);
            }

            try
            {
                if (piece == VoicePiece.Silence)
                {
                    Array.Clear(_frame, 0, _frame.Length);
                }
                else
                {
                    _codec!.Decode(packet == null ? ReadOnlySpan<byte>.Empty : packet.AsSpan(), _frame);
                }
            }
            catch (VoiceCodecException)
            {
                Array.Clear(_frame, 0, _frame.Length);
            }
        }

        private void OnDestroy()
        {
            _codec?.Dispose();
        }
    }
}

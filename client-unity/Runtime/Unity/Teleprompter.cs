using System.Text;
using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>Shows the actor's next lines, the word to wait for, calls, and what the prompter sends.</summary>
    [RequireComponent(typeof(StageConnection))]
    public sealed class Teleprompter : MonoBehaviour
    {
        [SerializeField] private TextMesh? text;

        private StageConnection? _connection;
        private string _called = "";
        private string _prompted = "";
        private string? _promptedLine;

        /// <summary>Where it is written.</summary>
        public TextMesh? Text
        {
            get { return text; }
            set { text = value; }
        }

        /// <summary>Speaks the next own line: it becomes the current line.</summary>
        public void Speak()
        {
            if (Prompt() is PrompterText prompt && prompt.Own.Count > 0)
            {
                _connection!.Client!.Speak(prompt.Own[0].Id);
            }
        }

        private void Awake()
        {
            _connection = GetComponent<StageConnection>();
            _connection.Entered += (_, __) =>
            {
                _connection.Client!.Called += Take;
                _connection.Client.Prompted += Take;
                Write();
            };
            _connection.SceneChanged += Follow;
        }

        private void Take(string call)
        {
            _called = call;
            Write();
        }

        private void Take(Prompt prompt)
        {
            (_prompted, _promptedLine) = (prompt.Text, prompt.Line);
            Write();
        }

        private void Follow(StageScene scene)
        {
            if (scene.Surtitle?.Line == _promptedLine)
            {
                _prompted = "";
            }

            Write();
        }

        private PrompterText? Prompt()
        {
            return _connection?.Book == null ? null : PrompterText.Of(_connection.Book, _connection.Role, _connection.Client?.Scene?.Surtitle?.Line);
        }

        private void Write()
        {
            if (text == null || !(Prompt() is PrompterText prompt))
            {
                return;
            }

            var written = new StringBuilder();
            if (_called.Length > 0)
            {
                written.AppendLine("» " + _called);
            }

            if (_prompted.Length > 0)
            {
                written.AppendLine("PROMPT: " + _prompted);
            }

            if (prompt.Cue != null)
            {
                written.AppendLine("… " + prompt.Cue.Text);
            }

            foreach (var line in prompt.Own)
            {
                written.AppendLine(line.Text);
            }

            text.text = written.ToString();
        }
    }
}

#nullable disable
using UnityEngine;
using VirtualStage.Contracts.Stage;
using VirtualStage.Unity;

/// <summary>
/// A playable stage from nothing: put this on an empty object in an empty scene, fill in theatre, role and ticket, press
/// Play. Walk with the arrow keys or WASD, run with Shift, Space speaks the next line, V talks, 1 to 7 are emotes.
/// </summary>
public sealed class GlobeScene : MonoBehaviour
{
    private const float YardRadius = 14;
    private const int Bays = 20;

    [SerializeField] private string theatre = "http://127.0.0.1:5080/";
    [SerializeField] private string role = "hamlet";
    [SerializeField] private string ticket = "";

    private StageConnection _stage;
    private StageVoice _voice;
    private Teleprompter _prompter;
    private TextMesh _status;
    private Transform _camera;

    private void Awake()
    {
        BuildHouse();
        _camera = BuildCamera();
        _stage = gameObject.AddComponent<StageConnection>();
        _stage.Theatre = theatre;
        _stage.Role = role;
        _stage.Ticket = ticket;
        // Give it a loader of glTF files (Documentation~/index.md) to see the production's models.
        gameObject.AddComponent<StageModels>();
        gameObject.AddComponent<StageSet>();
        gameObject.AddComponent<StageLights>();
        gameObject.AddComponent<StagePictures>();
        gameObject.AddComponent<StageCast>();
        gameObject.AddComponent<StageProps>();
        gameObject.AddComponent<ActorControls>();
        _voice = gameObject.AddComponent<StageVoice>();
        _prompter = gameObject.AddComponent<Teleprompter>();
        _prompter.Text = Words("Teleprompter", new Vector3(0, -0.42f, 1.2f), 0.004f);
        _status = Words("Status", new Vector3(0, 0.5f, 1.2f), 0.004f);
        _stage.Entered += Floor;
        _stage.Failed += reason => _status.text = reason;
    }

    private void Start()
    {
        _status.text = "Going on …";
        _stage.Enter();
    }

    private void Update()
    {
        if (_stage.Client == null || _stage.Client.Welcome == null)
        {
            return;
        }

        _status.text = "";
        _voice.Talks = Input.GetKey(KeyCode.V);
        if (Input.GetKeyDown(KeyCode.Space))
        {
            _prompter.Speak();
        }

        for (var key = 0; key < 7; key++)
        {
            if (Input.GetKeyDown(KeyCode.Alpha1 + key))
            {
                _stage.Client.Show((Emote)(key + 1));
            }
        }
    }

    private static Transform BuildCamera()
    {
        var camera = new GameObject("Seat in the yard").AddComponent<Camera>();
        camera.gameObject.AddComponent<AudioListener>();
        camera.transform.position = new Vector3(0, 3.2f, 13);
        camera.transform.LookAt(new Vector3(0, 1.6f, 0));
        camera.backgroundColor = new Color(0.03f, 0.03f, 0.05f);
        camera.clearFlags = CameraClearFlags.SolidColor;
        camera.fieldOfView = 40;
        return camera.transform;
    }

    /// <summary>The round of galleries about the yard: three storeys of posts and floors.</summary>
    private static void BuildHouse()
    {
        var house = new GameObject("House").transform;
        for (var bay = 0; bay < Bays; bay++)
        {
            var degrees = (bay + 0.5f) * 360 / Bays;
            for (var storey = 0; storey < 3; storey++)
            {
                var place = Quaternion.Euler(0, degrees, 0) * new Vector3(0, 2.6f * storey, YardRadius);
                Block(house, place + (Vector3.up * 1.3f), new Vector3(0.25f, 2.6f, 0.25f), degrees, new Color(0.3f, 0.2f, 0.12f));
                Block(house, place, new Vector3(4.6f, 0.15f, 1.2f), degrees, new Color(0.42f, 0.3f, 0.18f));
            }
        }

        Block(house, new Vector3(0, -1.3f, 0), new Vector3(2.4f * YardRadius, 0.1f, 2.4f * YardRadius), 0, new Color(0.24f, 0.2f, 0.16f));
    }

    private static void Floor(StagePlan plan, VirtualStage.Contracts.Console.PromptBook book)
    {
        Block(null, new Vector3(0, -0.65f, 0), new Vector3(plan.Width, 1.3f, plan.Depth), 0, new Color(0.45f, 0.33f, 0.2f));
    }

    private static void Block(Transform parent, Vector3 place, Vector3 size, float degrees, Color colour)
    {
        var block = GameObject.CreatePrimitive(PrimitiveType.Cube);
        block.transform.SetParent(parent, false);
        block.transform.localPosition = place;
        block.transform.localScale = size;
        block.transform.localRotation = Quaternion.Euler(0, degrees, 0);
        block.GetComponent<Renderer>().material.color = colour;
    }

    private TextMesh Words(string called, Vector3 place, float size)
    {
        var words = new GameObject(called).AddComponent<TextMesh>();
        words.transform.SetParent(_camera, false);
        words.transform.localPosition = place;
        words.characterSize = size;
        words.fontSize = 64;
        words.anchor = TextAnchor.MiddleCenter;
        return words;
    }
}

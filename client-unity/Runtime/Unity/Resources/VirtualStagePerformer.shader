// A performer's two pictures: colours that are multiplied by alpha already, and alpha.
Shader "VirtualStage/Performer"
{
    Properties
    {
        _MainTex ("Colours times alpha", 2D) = "black" {}
        _AlphaTex ("Alpha", 2D) = "black" {}
        _Opacity ("Opacity", Range(0, 1)) = 1
    }
    SubShader
    {
        Tags { "Queue" = "Transparent" "RenderType" = "Transparent" }
        Blend One OneMinusSrcAlpha
        ZWrite Off
        Cull Off

        Pass
        {
            CGPROGRAM
            #pragma vertex vert
            #pragma fragment frag
            #include "UnityCG.cginc"

            sampler2D _MainTex;
            sampler2D _AlphaTex;
            float _Opacity;

            struct Corner
            {
                float4 position : SV_POSITION;
                float2 at : TEXCOORD0;
            };

            Corner vert(appdata_img corner)
            {
                Corner result;
                result.position = UnityObjectToClipPos(corner.vertex);
                result.at = corner.texcoord;
                return result;
            }

            fixed4 frag(Corner corner) : SV_Target
            {
                fixed alpha = tex2D(_AlphaTex, corner.at).r;
                fixed3 colour = min(tex2D(_MainTex, corner.at).rgb, alpha);
                return fixed4(colour, alpha) * _Opacity;
            }
            ENDCG
        }
    }
}
